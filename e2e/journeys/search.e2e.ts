import { countOf, grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '86400' } } })

test('what is misspelled is found, best first, and marked where it stands', async ({ page, checkAccessibility }) => {
  await openList(page)
  await listGoals(page)
  await page.keyboard.press('/')
  const box = page.getByRole('textbox', { name: 'Search the list' })
  await expect(box).toBeFocused()
  await box.fill('onbording')
  const { length: expected } = await listGoals(page, { search: 'onboarding' })
  expect(expected).toBeGreaterThan(0)
  await expect(countOf(page)).toHaveText(expected === 1 ? '1 goal' : `${expected} goals`)
  await expect(rowAt(page, 0).locator('mark')).toHaveText('onboarding')
  await expect(page).toHaveURL(/q=onbording/)
  await checkAccessibility()

  await box.press('Enter')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Goal' }).getByRole('heading', { level: 1 })).toContainText(
    'onboarding',
  )
})

test('a goal that is found elsewhere tells where, and an order that somebody picks stays', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  const all = await listGoals(page)
  const described = await listGoals(page, { search: 'steering committee' })
  expect(described.length).toBeGreaterThan(0)
  const box = page.getByRole('textbox', { name: 'Search the list' })
  await box.fill('steering committee')
  await expect(countOf(page)).toHaveText(new RegExp(`^${described.length} goals?$`))
  await expect(rowAt(page, 0)).toContainText('Description: ')
  await expect(rowAt(page, 0).locator('mark')).toHaveText([/steering/i, /committee/i])
  await checkAccessibility()

  const company = String(all.find(({ fields }) => fields['CompanyName'])?.fields['CompanyName'])
  await box.fill(company)
  await expect(rowAt(page, 0).getByRole('gridcell').filter({ hasText: company }).locator('mark').first()).toBeVisible()
  await expect(rowAt(page, 0)).not.toContainText('Company: ')

  await page.goto('/goals?q=the&sort=-Name')
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Sort', exact: true }).click()
  await page.getByRole('button', { name: 'What fits the search best first' }).click()
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'none')
})

test('facets, totals and a selection are of what is found', async ({ page }) => {
  await openList(page)
  const found = await listGoals(page, { search: 'onboarding' })
  const open = found.filter(({ fields }) => fields['Open'] === true)
  await page.goto('/goals?q=onboarding')
  await expect(page.getByRole('button', { name: `Open ${open.length}`, exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all goals that match' }).check()
  await expect(page.getByText(`All ${found.length} matching goals selected`)).toBeVisible()
  await page.getByRole('region', { name: 'Selected goals' }).getByRole('button', { name: 'Due' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Move each by days' }).check()
  await dialog.getByRole('textbox', { name: 'Days' }).fill('7')
  await dialog.getByRole('button', { name: `Preview ${found.length} goals` }).click()
  await expect(page).toHaveURL(/\/changes\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(` on ${found.length} goals$`))
})

test('words that no goal has say so, with the way back', async ({ page, checkAccessibility }) => {
  await openList(page, '/goals?q=xylophonists')
  await expect(page.getByText('No goal matches')).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'without “xylophonists”' }).click()
  await expect(countOf(page)).toHaveText('400 goals')
})

test('a filter that is written in the place of words can be used as one', async ({ page, checkAccessibility }) => {
  await openList(page)
  const search = page.getByRole('textbox', { name: 'Search the list' })
  const use = page.getByRole('button', { name: 'Use as a filter' })
  await search.fill('note: onboarding')
  await expect(page).toHaveURL(/q=note/)
  await expect(use).toHaveCount(0)
  await search.fill('status:"On Track" has:cta')
  await expect(use).toHaveAttribute('title', 'Status is On Track and some CTAs')
  await checkAccessibility()
  await use.click()
  await expect(search).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Status is On Track', exact: true })).toBeVisible()
  await expect(countOf(page)).not.toHaveText('400 goals')
  await page.goBack()
  await expect(search).toHaveValue('status:"On Track" has:cta')
})
