import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const count = (page: Page) => page.getByText(/^[\d,]+ goals?$/).first()

async function openBuilder(page: Page): Promise<void> {
  await page.goto('/goals')
  // The first journey of a worker may come before the end of the first sync.
  await expect(count(page)).toHaveText('400 goals', { timeout: 40_000 })
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Goals that match' })).toBeVisible()
}

const choices = (page: Page, list: string) => page.getByRole('listbox', { name: list, exact: true }).getByRole('option')

/** Waits until what is typed goes to the search of a list that has been opened. */
const searches = (page: Page, list: string) =>
  expect(page.getByRole('textbox', { name: `Find: ${list}`, exact: true })).toBeFocused()

/** Types in the open list of fields and takes the first that is found. */
async function chooseField(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Field: Choose a field' })).toBeFocused()
  await page.keyboard.press('Enter')
  await searches(page, 'Field')
  await page.keyboard.type(words)
  await expect(choices(page, 'Field').first()).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Field: ${words}` })).toBeFocused()
}

const filterIn = (page: Page): unknown => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? 'null')

test('a nested filter is built by keyboard alone, and the list follows', async ({ page }) => {
  await openBuilder(page)
  await chooseField(page, 'Status')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Values of Status: Choose values' })).toBeFocused()
  await page.keyboard.press('Enter')
  await searches(page, 'Values of Status')
  for (const status of ['New', 'At Risk']) {
    await page.keyboard.type(status)
    await expect(choices(page, 'Values of Status').first()).toContainText(status)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Values of Status: New, At Risk' })).toBeFocused()
  await expect.poll(() => filterIn(page)).toEqual({ field: 'StatusName', op: 'IN', value: ['New', 'At Risk'] })

  await page.getByRole('button', { name: 'Add group', exact: true }).press('Enter')
  await chooseField(page, 'CTAs')
  await page.getByRole('button', { name: 'Add condition', exact: true }).first().press('Enter')
  await chooseField(page, 'Due date')
  await page.getByLabel('How Due date is compared').selectOption('is before')
  await page.getByRole('button', { name: /^Value of Due date:/ }).press('Enter')
  await page.getByRole('button', { name: /^In 30 days/ }).press('Enter')
  await expect
    .poll(() => filterIn(page))
    .toEqual({
      and: [
        { field: 'StatusName', op: 'IN', value: ['New', 'At Risk'] },
        {
          or: [
            { field: 'CTA', op: 'IS_NULL' },
            { field: 'DueDate', op: 'LT', value: ['TODAY+30'] },
          ],
        },
      ],
    })
})

test('rows move by keyboard, and Escape leaves the builder for its button', async ({ page }) => {
  const isDue = { field: 'DueDate', op: 'LT', value: ['TODAY+30'] }
  const noCta = { field: 'CTA', op: 'IS_NULL' }
  await page.goto(`/goals?filter=${encodeURIComponent(JSON.stringify({ or: [noCta, isDue] }))}`)
  await page.getByRole('button', { name: 'any of 2' }).click()
  await page.getByRole('button', { name: /^Value of Due date:/ }).press('Alt+ArrowUp')
  await expect.poll(() => filterIn(page)).toEqual({ or: [isDue, noCta] })

  await page.getByRole('button', { name: 'Field: Due date' }).press('ControlOrMeta+g')
  await page.getByLabel('What has to hold in this group').nth(1).selectOption('none of')
  await expect.poll(() => filterIn(page)).toEqual({ or: [{ not: isDue }, noCta] })

  await page.getByRole('button', { name: 'Field: Due date' }).press('Escape')
  await expect(page.getByRole('heading', { name: 'Goals that match' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
})

test('the address holds the filter: a reload and Back give the same list', async ({ page }) => {
  await openBuilder(page)
  await chooseField(page, 'Name')
  await page.getByLabel('Value of Name').fill('onboarding')
  await expect(page.getByRole('button', { name: 'Name contains “onboarding”', exact: true })).toBeVisible()
  await expect(count(page)).not.toHaveText('400 goals')
  const narrowed = await count(page).textContent()

  await page.reload()
  await expect(count(page)).toHaveText(narrowed ?? '')
  await page.goBack()
  await expect(count(page)).toHaveText('400 goals')
})

test('a list of values can be pasted, and a chip takes its condition away', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openBuilder(page)
  await chooseField(page, 'Status')
  await page.getByRole('button', { name: 'Values of Status: Choose values' }).press('Enter')
  await page.evaluate(`navigator.clipboard.writeText('Achieved\\nDropped')`)
  await page.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => filterIn(page)).toEqual({ field: 'StatusName', op: 'IN', value: ['Achieved', 'Dropped'] })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Remove: Status is Achieved or Dropped' }).click()
  await expect(count(page)).toHaveText('400 goals')
  expect(filterIn(page)).toBeNull()
})

test('what is half done stays in the builder, and what is wrong says why', async ({ page }) => {
  await openBuilder(page)
  await chooseField(page, 'ARR')
  await page.getByLabel('Value of ARR').fill('12,5')
  await expect(page.getByText('“12,5” is not a number.')).toBeVisible()
  expect(filterIn(page)).toBeNull()
  await page.getByLabel('Value of ARR').fill('12.5')
  await expect.poll(() => filterIn(page)).toMatchObject({ op: 'GTE', value: [12.5] })
})

test('the builder and its lists have no accessibility fault', async ({ page, checkAccessibility }) => {
  test.slow()
  await openBuilder(page)
  await chooseField(page, 'Status')
  await page.getByRole('button', { name: 'Add group', exact: true }).press('Enter')
  await chooseField(page, 'Due date')
  await checkAccessibility()
  await page.getByRole('button', { name: 'Values of Status: Choose values' }).press('Enter')
  await expect(choices(page, 'Values of Status').first()).toBeVisible()
  await checkAccessibility()
})

test('the filter is typed as text, with suggestions, and is the same filter in the builder', async ({
  page,
  checkAccessibility,
}) => {
  await openBuilder(page)
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  await sheet.getByRole('button', { name: 'Text' }).click()
  const text = sheet.getByRole('textbox', { name: 'Filter as text' })
  await text.click()
  await page.keyboard.type('sta')
  await expect(sheet.getByRole('option', { name: /^status:/ })).toBeVisible()
  await checkAccessibility()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // Whoever types on at once types behind what was taken.
  await page.keyboard.type('New,"on t')
  await expect(text).toHaveValue('status:New,"on t')
  await expect(sheet.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(text).toHaveValue('status:New,"On Track" ')
  await expect(sheet.getByText('Status is New or On Track')).toBeVisible()

  // What cannot be read says so, and the filter from before stays at work.
  await page.keyboard.type('due:soon')
  await expect(sheet.getByRole('status').filter({ hasText: '"soon" does not go with DueDate' })).toBeVisible()
  await expect(text).toHaveAttribute('aria-invalid', 'true')
  await expect(sheet.getByText('Status is New or On Track')).toBeVisible()
  for (const _ of 'soon') await page.keyboard.press('Backspace')
  await page.keyboard.type('<TODAY+30 -has:plan')
  await expect(text).toHaveAttribute('aria-invalid', 'false')
  await expect(page.getByRole('list', { name: 'Filter' }).getByRole('listitem')).toHaveCount(4)

  // Escape puts the suggestions away first, and then the sheet; the builder shows the same filter, and text follows what is changed there.
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: 'Text' }).click()
  await expect(sheet.getByRole('button', { name: 'Field: Due date' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove: no Success plans' }).click()
  await sheet.getByRole('button', { name: 'Text' }).click()
  await expect(text).toHaveValue('status:New,"On Track" due:<TODAY+30')
})
