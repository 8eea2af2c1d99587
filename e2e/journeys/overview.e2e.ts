import type { Page } from '@playwright/test'
import { countOf, openList } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

const card = (page: Page, title: string) => page.getByRole('region', { name: title })
const due = (page: Page) => card(page, 'When open goals are due')
const csms = (page: Page) => card(page, 'Goals by CSM')
const happened = (page: Page) => card(page, 'What happened in the last 13 weeks')

async function openOverview(page: Page, address = '/overview') {
  await page.goto(address)
  await expect(page.getByRole('list', { name: 'In numbers' })).toBeVisible()
}

/** The number in the words of a bar: "Ana: 1,284 goals at risk". */
const numberIn = (words: string | null) =>
  Number(/([\d,]+) (?:open |closed )?goals?/.exec(words ?? '')?.[1]?.replace(',', ''))

/** Follows a bar, compares its number with the total of the list, and comes back. */
async function followsTo(page: Page, bar: ReturnType<Page['getByRole']>) {
  const expected = numberIn(await bar.getAttribute('aria-label'))
  expect(expected).toBeGreaterThan(0)
  await bar.click()
  await expect(countOf(page)).toHaveText(expected === 1 ? '1 goal' : `${expected.toLocaleString('en')} goals`)
  await page.goBack()
  await expect(page.getByRole('list', { name: 'In numbers' })).toBeVisible()
}

test('the rail leads to the Overview, and every kind of bar to a list of just as many goals', async ({ page }) => {
  await openList(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await expect(page).toHaveTitle('Overview – Goalkeeper')
  await followsTo(page, due(page).getByRole('link', { name: /goals? at risk, overdue/ }))
  await followsTo(
    page,
    due(page)
      .getByRole('link', { name: /goals? on track, due/ })
      .first(),
  )
  await followsTo(
    page,
    csms(page)
      .getByRole('link', { name: /goals? planned/ })
      .first(),
  )
  await followsTo(page, csms(page).getByRole('link', { name: /other CSMs: .* on track/ }))
  await followsTo(
    page,
    csms(page)
      .getByRole('link', { name: /closed goals?/ })
      .first(),
  )
  await followsTo(
    page,
    happened(page)
      .getByRole('link', { name: /^Created in the week/ })
      .first(),
  )
})

test('the numbers at the top are those of the list’s own summary', async ({ page }) => {
  await openOverview(page)
  const numbers = page.getByRole('list', { name: 'In numbers' })
  const overdue = (await numbers.getByRole('link', { name: 'Overdue' }).innerText()).replaceAll(/\D/g, '')
  const open = (await numbers.getByRole('link', { name: 'Open' }).innerText()).replaceAll(/\D/g, '')
  await numbers.getByRole('link', { name: 'Open' }).click()
  await expect(countOf(page)).toHaveText(`${open} goals`)
  const strip = page.getByRole('group', { name: 'Often asked' })
  await expect(strip.getByRole('button', { name: `Open ${open}` })).toHaveAttribute('aria-pressed', 'true')
  await expect(strip.getByRole('button', { name: `Overdue ${overdue}` })).toBeVisible()
})

test('a chart is one stop of the Tab key, arrows go from bar to bar, and Enter opens the list', async ({ page }) => {
  await openOverview(page)
  const bars = due(page).getByRole('list', { name: 'When open goals are due' }).getByRole('link')
  await expect(bars.first()).toHaveAttribute('tabindex', '0')
  await expect(bars.nth(1)).toHaveAttribute('tabindex', '-1')
  await bars.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(due(page).getByRole('link', { name: /on track, overdue/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  const next = page.locator(':focus')
  await expect(next).toHaveAttribute('aria-label', /due \d/)
  const expected = numberIn(await next.getAttribute('aria-label'))
  await page.keyboard.press('Enter')
  await expect(countOf(page)).toHaveText(expected === 1 ? '1 goal' : `${expected} goals`)
})

test('a table can stand in the place of every chart', async ({ page, checkAccessibility }) => {
  await openOverview(page)
  for (const title of ['When open goals are due', 'Goals by CSM', 'What happened in the last 13 weeks']) {
    await page.getByRole('button', { name: `${title} as a table` }).click()
    await expect(card(page, title).getByRole('table')).toBeVisible()
  }
  await checkAccessibility()
  const row = csms(page).getByRole('row').nth(1)
  const number = row.getByRole('link').first()
  const expected = await number.innerText()
  await number.click()
  await expect(countOf(page)).toHaveText(`${expected} goals`)
})

test('months or weeks, and whose goals, stand in the address', async ({ page }) => {
  await openOverview(page)
  await due(page).getByRole('button', { name: 'Months' }).click()
  await expect(page).toHaveURL(/by=month/)
  await page.reload()
  await expect(due(page).getByRole('button', { name: 'Months' })).toHaveAttribute('aria-pressed', 'true')
  const others = csms(page).getByRole('button', { name: /Show all \d+ CSMs/ })
  await others.click()
  await expect(csms(page).getByRole('button', { name: 'Show the first 10 only' })).toBeVisible()
})

test('history says when it began, and does not make up what was before', async ({ page }) => {
  await openOverview(page)
  await expect(happened(page)).toContainText('History begins today')
  await expect(
    happened(page)
      .getByText(/Not known in the week .*: Goalkeeper did not look/)
      .first(),
  ).toBeAttached()
  await expect(happened(page).getByRole('img', { name: /Open goals by day: \d+ open/ })).toBeVisible()
})

test('looks well to a machine in light, dark and on a phone', async ({ page, checkAccessibility }) => {
  await openOverview(page)
  await checkAccessibility()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(due(page).getByRole('button', { name: 'Months' })).toHaveAttribute('aria-pressed', 'true')
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
  await checkAccessibility()
})

test('what cannot be read is said, and can be asked for again', async ({ page }) => {
  await page.route('**/api/goals/overview', (route) => route.abort(), { times: 3 })
  await page.goto('/overview')
  await expect(page.getByRole('alert')).toContainText('The overview could not be read.')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('list', { name: 'In numbers' })).toBeVisible()
})

test('somebody chooses which facets stand at the left, and their values become conditions', async ({ page }) => {
  await openList(page)
  const facets = page.getByRole('group', { name: 'Narrow the list' })
  await facets.getByRole('button', { name: 'Choose facets' }).click()
  const menu = page.getByRole('dialog', { name: 'Facets' })
  await menu.getByRole('searchbox').fill('products')
  await menu.getByRole('checkbox', { name: 'Products' }).check()
  await menu.getByRole('searchbox').fill('time since')
  await menu.getByRole('checkbox', { name: 'Time since created' }).check()
  await page.keyboard.press('Escape')
  const products = facets.getByRole('group', { name: 'Products' })
  const first = products.getByRole('checkbox').first()
  await first.check()
  await expect(page).toHaveURL(/INCLUDES/)
  await facets
    .getByRole('group', { name: 'Time since created' })
    .getByRole('checkbox', { name: /90 days/ })
    .last()
    .check()
  await expect(page).toHaveURL(/CreatedAge/)
  await page.reload()
  await expect(first).toBeChecked()
  await expect(facets.getByRole('group', { name: 'Time since created' })).toBeVisible()
})

test('for somebody whom Gainsight does not know no goal is their own, and the button says why', async ({ page }) => {
  await openOverview(page)
  const mine = page.getByRole('button', { name: 'Only mine' })
  await expect(mine).toBeDisabled()
  await expect(mine).toHaveAttribute('title', /no user of your e-mail address/)
})
