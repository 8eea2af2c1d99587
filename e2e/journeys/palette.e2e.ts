import type { Page } from '@playwright/test'
import { countOf, grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '86400' } } })

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find', exact: true })
const box = (page: Page) => page.getByRole('combobox', { name: 'Find a goal, a company, an action' })
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

test('goals, misspelled, and companies are gone to without a mouse', async ({ page, checkAccessibility }) => {
  await openList(page)
  const [goal] = await listGoals(page, { search: 'onboarding', limit: 1 })
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await box(page).fill('onbording')
  await expect(palette(page).getByRole('group', { name: 'Goals' }).getByRole('option').first()).toContainText(
    'onboarding',
  )
  await expect(palette(page).locator('mark').first()).toHaveText('onboarding')
  await checkAccessibility()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/goals/${goal?.gsid}`))

  const company = String(goal?.fields['CompanyName'])
  await page.keyboard.press('Control+k')
  await box(page).fill(company)
  await palette(page).getByRole('group', { name: 'Companies' }).getByRole('option').first().click()
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible()
})

test('Enter pressed before the answer goes to what was typed last', async ({ page }) => {
  await openList(page)
  const [goal] = await listGoals(page, { search: 'invoice', limit: 1 })
  await page.keyboard.press('Control+k')
  await box(page).pressSequentially('onboarding')
  await expect(palette(page).getByRole('group', { name: 'Goals' })).toBeVisible()
  await box(page).fill('invoice')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/goals/${goal?.gsid}`))
})

test('what the screen offers is done from the palette, and the focus comes back', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  await grid(page).focus()
  await page.keyboard.press('Control+k')
  await expect(option(page, /^New goal/)).toContainText('N')
  await checkAccessibility()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(grid(page)).toBeFocused()

  const choose = async (typed: string, label: RegExp) => {
    await page.keyboard.press('Control+k')
    await box(page).fill(typed)
    await expect(option(page, label)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
  }
  await choose('row height', /^Row height: comfortable/)
  await expect(rowAt(page, 0)).toHaveCSS('height', '40px')
  await choose('theme dark', /^Colours: dark/)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await choose('columns', /^Columns/)
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Columns' })).toHaveCount(0)
  await choose('create', /^New goal/)
  await expect(page.getByRole('form', { name: 'New goal' })).toBeVisible()

  await openList(page)
  await choose('connection', /^Connection/)
  await expect(page).toHaveURL(/\/connection/)
})

test('single keys do what the help sheet says, not while typing, and not when they are switched off', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  await page.keyboard.press('?')
  await expect(sheet(page)).toBeVisible()
  const list = sheet(page).getByRole('region', { name: 'This list' })
  await expect(list).toContainText('Search the list/')
  await checkAccessibility()
  // A key that would open something is still while a dialog is open.
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: 'Filter' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)

  await page.keyboard.press('/')
  await page.keyboard.type('nf?')
  await expect(page.getByRole('textbox', { name: 'Search the list' })).toHaveValue('nf?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(countOf(page)).toHaveText('400 goals')
  await page.keyboard.press('Enter')
  await expect(grid(page)).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const name = page.getByRole('complementary', { name: 'Goal' }).getByRole('heading', { level: 1 })
  const first = await name.innerText()
  await page.keyboard.press('j')
  await expect(name).not.toHaveText(first)
  await page.keyboard.press('k')
  await expect(name).toHaveText(first)

  await page.getByRole('button', { name: /^Y,|You/ }).click()
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(sheet(page).getByRole('region', { name: 'This goal' })).toContainText('Next goal')
  await sheet(page).getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await sheet(page).getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await expect(sheet(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(name).toHaveText(first)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the palette is opened by a tap, and its lines are large enough for fingers', async ({
    page,
    checkAccessibility,
  }) => {
    await openList(page)
    await page.getByRole('button', { name: /^Find a goal/ }).tap()
    await box(page).fill('review')
    const line = option(page, /^Reviews/)
    expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await checkAccessibility()
    await line.tap()
    await expect(page).toHaveURL(/\/reviews/)
  })
})
