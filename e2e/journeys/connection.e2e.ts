import type { Page } from '@playwright/test'
import { countOf, grid } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'real', environment: {} } })
// One tenant from its first run on: what one journey answers, the next one finds.
test.describe.configure({ mode: 'serial' })

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openConnection(page: Page): Promise<void> {
  await page.goto('/connection')
  await expect(page.getByRole('heading', { name: 'Connection', level: 1 })).toBeVisible()
}

test.beforeEach(async ({ page, programs }) => {
  await page.goto(programs.launchPath)
  await expect(countOf(page)).toHaveText('400 goals')
})

test('without the launch link there is a page that says what to do, and nothing else', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const stranger = await browser.newContext({ baseURL: programs.url })
  const page = await stranger.newPage()
  await page.goto('/goals')
  await expect(page.getByText('Open the launch link')).toBeVisible()
  await checkAccessibility(page)
  expect((await page.request.get('/api/status')).status()).toBe(401)
  await stranger.close()
})

test('a new tenant is asked what its statuses mean; nothing is guessed', async ({ page, checkAccessibility }) => {
  const band = page.getByText('nobody has said what this tenant’s statuses mean')
  await expect(band).toBeVisible()
  await page.goto('/overview')
  const numbers = page.getByRole('list', { name: 'In numbers' })
  for (const name of ['Open', 'Overdue', 'Neither CTA nor plan'])
    await expect(numbers.getByRole('link', { name })).toHaveText(`?${name}`)
  for (const title of ['When open goals are due', 'Goals by CSM'])
    await expect(page.getByRole('region', { name: title })).toContainText('Not known yet')
  await expect(page.getByRole('list', { name: 'Created, by week' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Achieved, by week' })).toHaveCount(0)
  await checkAccessibility()
  await page.getByRole('link', { name: 'Say what they mean' }).click()
  const statuses = section(page, 'Statuses')
  await expect(statuses).toContainText('are not answered yet')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('Statuses')
  await checkAccessibility()

  await statuses.getByRole('combobox', { name: 'Meaning of On Hold' }).selectOption('at risk')
  await statuses.getByRole('button', { name: 'Move Dropped up' }).click()
  await statuses.getByLabel('Colour of At Risk', { exact: true }).fill('#804000')
  await statuses.getByRole('button', { name: 'Save statuses' }).click()
  await expect(statuses.getByText('Saved.')).toBeVisible()
  await expect(band).toHaveCount(0)

  await page.goto('/goals')
  await expect(page.getByRole('button', { name: /^Overdue [1-9]/ })).toBeVisible()
  const names = await page
    .getByRole('group', { name: 'Status', exact: true })
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map((box) => box.parentElement?.textContent ?? ''))
  expect(names.findIndex((name) => name.startsWith('Dropped'))).toBeLessThan(
    names.findIndex((name) => name.startsWith('Partially Achieved')),
  )
})

test('a status and settings can be typed in', async ({ page }) => {
  await openConnection(page)
  const statuses = section(page, 'Statuses')
  await statuses.getByRole('textbox', { name: 'A status that is missing above' }).fill('Postponed')
  await statuses.getByRole('button', { name: 'Add status' }).click()
  await statuses.getByRole('combobox', { name: 'Meaning of Postponed' }).selectOption('planned')
  await statuses.getByRole('button', { name: 'Save statuses' }).click()
  await expect(statuses.getByText('Saved.')).toBeVisible()

  const settings = section(page, 'Settings')
  const address = settings.getByRole('textbox', { name: 'Address of a goal in Gainsight' })
  await address.fill('nonsense')
  await settings.getByRole('button', { name: 'Save settings' }).click()
  await expect(settings.getByText('This is not an address')).toBeVisible()
  await address.fill('https://example.gainsightcloud.com/goals/{gsid}')
  await settings.getByRole('button', { name: 'Save settings' }).click()
  await expect(settings.getByText('Saved.')).toBeVisible()

  await page.reload()
  await expect(section(page, 'Statuses').getByRole('combobox', { name: 'Meaning of Postponed' })).toHaveValue('planned')
  const [goal] = await listGoals(page, { limit: 1 })
  await page.goto(`/goals/${goal?.gsid}`)
  await expect(page.getByRole('link', { name: 'Open in Gainsight' })).toHaveAttribute(
    'href',
    `https://example.gainsightcloud.com/goals/${goal?.gsid}`,
  )
})

test('what the tenant can do is told, checked again, and can be read on a phone', async ({
  page,
  checkAccessibility,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openConnection(page)
  const capabilities = section(page, 'What this tenant can do')
  await expect(capabilities.getByRole('row').filter({ hasText: 'Pages are counted from 1' })).toContainText('yes')
  await expect(page.getByText('Page 0 is refused.')).toBeVisible()
  const isTooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  expect(isTooWide).toBe(false)
  await checkAccessibility()
  await capabilities.getByRole('button', { name: 'Check again' }).click()
  await expect(capabilities.getByRole('button', { name: 'Check again' })).toBeEnabled({ timeout: 20_000 })
  await expect(capabilities).toContainText(/Last checked (now|\d+ s) ago/)
})

test('writing is off until a write check on a goal of one’s choice has passed', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  await expect(page.getByText('Read-only')).toBeVisible()
  const [goal] = await listGoals(page, { filter: { field: 'CTACount', op: 'GTE', value: [1] }, limit: 1 })
  const before = await programs.record(goal!.gsid)
  await openConnection(page)
  const check = section(page, 'Write check')
  await check
    .getByRole('combobox', { name: 'Goal' })
    .or(check.getByRole('textbox', { name: 'Goal' }))
    .fill(String(goal?.fields['Name']))
  await page
    .getByRole('option')
    .filter({ hasText: String(goal?.fields['CompanyName']) })
    .first()
    .click()
  await check.getByRole('button', { name: 'Check on this goal' }).click()
  await expect(check.getByText('Writing works, and everything was put back.')).toBeVisible({ timeout: 45_000 })
  expect(await check.getByRole('listitem').count()).toBeGreaterThan(3)
  await checkAccessibility()
  await expect(page.getByText('Read-only')).toHaveCount(0)
  await expect(section(page, 'Tenant')).toContainText('goals can be changed')
  const { ModifiedDate: _date, ModifiedById: _by, ...then } = before.record
  expect((await programs.record(goal!.gsid)).record).toMatchObject(then)
})

test('the share of calls and quiet hours are set, hold at once, and stand in Activity', async ({
  page,
  checkAccessibility,
}) => {
  await openConnection(page)
  await page.getByRole('button', { name: /calls free now/ }).click()
  await page.getByRole('link', { name: 'Change our share' }).click()
  const calls = section(page, 'Share of calls')
  const share = calls.getByRole('textbox', { name: 'Share of Goalkeeper' })
  await share.fill('140')
  await calls.getByRole('button', { name: 'Save share of calls' }).click()
  await expect(calls.getByText('a whole number from 1 to 100')).toBeVisible()
  await share.fill('30')
  await expect(calls.getByText('30 % of 6,000: 1,800 calls a minute')).toBeVisible()
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  await calls.getByRole('checkbox', { name: 'Quiet hours' }).check()
  await calls.getByLabel('From').fill(hour(-1))
  await calls.getByLabel('To', { exact: true }).fill(hour(1))
  await calls.getByRole('combobox', { name: 'Time zone' }).selectOption('UTC')
  await checkAccessibility()
  await calls.getByRole('button', { name: 'Save share of calls' }).click()
  await expect(calls.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: /calls free now/ })).toHaveAttribute('title', /of 1800 a minute/)
  await expect(page.getByText(/^quiet until/)).toHaveCount(2)

  await page.goto('/activity?kind=deed')
  await expect(page.getByText('Changed the share of calls from 60 % as configured to 30 %.')).toBeVisible()
  await expect(page.getByText(/^Changed the quiet hours from nothing to/)).toBeVisible()
  await openConnection(page)
  await calls.getByRole('checkbox', { name: 'Quiet hours' }).uncheck()
  await calls.getByRole('button', { name: 'Save share of calls' }).click()
  await expect(page.getByText(/^quiet until/)).toHaveCount(0)
})

test('one switch stops every call, and lets them go again', async ({ page, programs }) => {
  await openConnection(page)
  await page.getByRole('button', { name: 'Stop all calls' }).click()
  await expect(page.getByText('All calls to the tenant are stopped.')).toBeVisible()
  await expect(section(page, 'Tenant')).toContainText('stopped for everyone')
  const { all } = await programs.calls()
  await page.goto('/goals')
  await expect(grid(page).getByRole('row').nth(5)).toBeVisible()
  expect((await programs.calls()).all).toBe(all)
  await openConnection(page)
  await page.getByRole('button', { name: 'Let calls go again' }).click()
  await expect(page.getByText('All calls to the tenant are stopped.')).toHaveCount(0)
})
