import type { Locator, Page } from '@playwright/test'
import { openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals, type ListedGoal } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

// Each journey leaves goals behind as the next one finds them.
test.describe.configure({ mode: 'serial' })

const title = (page: Page): Locator => page.getByRole('heading', { level: 1 })
const step = (page: Page): Locator => page.getByRole('list', { name: 'Steps' }).locator('[aria-current="step"]')
const rows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Goals of this change set' }).locator('[role="row"][id]')
const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Goals that are settled' })
const settled = async (page: Page): Promise<number> => Number(await progress(page).getAttribute('aria-valuenow'))

/** Selects the first rows of the list and opens one of the composers. */
async function composeFor(page: Page, places: number[], deed: string): Promise<Locator> {
  for (const place of places)
    await rowAt(page, place)
      .getByRole('checkbox', { name: /^Select / })
      .check()
  return compose(page, deed)
}

async function compose(page: Page, deed: string): Promise<Locator> {
  await page.getByRole('region', { name: 'Selected goals' }).getByRole('button', { name: deed, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

const statusOf = (goal: ListedGoal | undefined) => goal?.fields['StatusName']

test('selected goals are changed together after a look at them, and taken back', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const open = { field: 'StatusName', op: 'EQ', value: ['On Track'] }
  await openList(page, `/goals?sort=Name&filter=${encodeURIComponent(JSON.stringify(open))}`)
  const [left, ...changed] = (
    await listGoals(page, { filter: open, sort: [{ field: 'Name', direction: 'asc' }] })
  ).slice(0, 3)
  const dialog = await composeFor(page, [0, 1, 2], 'Status')
  await dialog.getByRole('radio', { name: 'On Hold' }).check()
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Preview 3 goals' }).click()

  await expect(title(page)).toHaveText('Set status to “On Hold” on 3 goals')
  await expect(step(page)).toHaveText('Preview')
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).first()).toContainText(/On Track.*→.*On Hold/)
  await checkAccessibility()
  const name = String(left?.fields['Name'])
  // The box follows what the server has stored, which takes a moment.
  const included = page.getByRole('checkbox', { name: `Include ${name}` })
  await included.click()
  await expect(included).not.toBeChecked()
  await expect(page.getByText('2 will change · 1 taken out')).toBeVisible()
  await page.getByRole('button', { name: 'Excluded 1' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'All 3' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Waits for the renewal')
  await page.getByRole('textbox', { name: 'Reason' }).blur()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Run 2 changes' }).click()

  await expect(step(page)).toHaveText('Done')
  await expect(page.getByText('2 confirmed.')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await checkAccessibility()
  const all = await listGoals(page)
  const now = (goal: ListedGoal | undefined) => statusOf(all.find(({ gsid }) => gsid === goal?.gsid))
  expect(changed.map(now)).toEqual(['On Hold', 'On Hold'])
  expect(now(left)).toBe('On Track')
  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  expect((await downloaded).suggestedFilename()).toMatch(/\.csv$/)

  const done = page.url()
  await page.getByRole('button', { name: /^Undo \(until / }).click()
  await expect(page).not.toHaveURL(done)
  await expect(title(page)).toHaveText(/ on 2 goals$/)
  await expect(rows(page).first()).toContainText(/On Hold.*→.*On Track/)
  await page.getByRole('button', { name: 'Run 2 changes' }).click()
  await expect(step(page)).toHaveText('Done')
  const { updates } = await programs.calls()
  expect(updates).toBe(4)
  const back = await listGoals(page)
  for (const goal of changed) expect(statusOf(back.find(({ gsid }) => gsid === goal.gsid))).toBe('On Track')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Changes' }).click()
  await expect(page.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(2)
  await checkAccessibility()
})

test('by keyboard a goal is taken out and in, opened, and altered by hand before it is sent', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  await openList(page, '/goals?sort=Name')
  const [goal] = await listGoals(page, { sort: [{ field: 'Name', direction: 'asc' }] })
  const dialog = await composeFor(page, [0], 'Due')
  await dialog.getByRole('textbox', { name: 'Day' }).fill('3 mar 2032')
  await dialog.getByRole('button', { name: 'Preview 1 goal' }).click()
  const panel = page.getByRole('complementary', { name: 'Goal of this change set' })
  const grid = page.getByRole('grid', { name: 'Goals of this change set' })
  const box = page.getByRole('checkbox', { name: /^Include / })
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(box).not.toBeChecked()
  await expect(page.getByText('0 will change · 1 taken out')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Close' }).press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(grid).toBeFocused()
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Alter by hand' }).click()
  await panel.getByRole('textbox', { name: 'Due date' }).fill('4 apr 2033')
  await checkAccessibility()
  await panel.getByRole('button', { name: 'Keep for this goal' }).click()
  await expect(rows(page).first()).toContainText('4 Apr 2033')
  await expect(rows(page).first()).toContainText('Altered by hand')
  await panel.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Run 1 change' }).click()
  await expect(step(page)).toHaveText('Done')
  expect((await programs.record(goal?.gsid ?? '')).record['DueDate']).toBe('2033-04-04')
})

test('all that match: problems first, the number typed; a colleague sees it move and pauses it', async ({
  page,
  browser,
  programs,
  checkAccessibility,
}) => {
  const filter = { not: { field: 'StatusName', op: 'IN', value: ['Achieved'] } }
  await openList(page, `/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  const { length: matching } = await listGoals(page, { filter })
  await page.getByRole('checkbox', { name: 'Select all goals that match' }).check()
  await expect(page.getByText(`All ${matching} matching goals selected`)).toBeVisible()
  const dialog = await compose(page, 'Due')
  await dialog.getByRole('radio', { name: 'Move each by days' }).check()
  await dialog.getByRole('textbox', { name: 'Days' }).fill('7')
  await dialog.getByRole('button', { name: `Preview ${matching} goals` }).click()
  await expect(title(page)).toHaveText(new RegExp(` on ${matching} goals$`))
  await expect(page.getByText('It has no due date that could be moved.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take them out' }).click()
  await expect(page.getByRole('button', { name: 'Problems 0' })).toBeVisible()

  const run = page.getByRole('button', { name: /^Run \d+ changes$/ })
  const size = Number(/\d+/.exec((await run.textContent()) ?? '')?.[0])
  await expect(run).toBeDisabled()
  const box = page.getByRole('textbox', { name: `Type ${size} to run them all` })
  await box.fill(String(size - 1))
  await expect(run).toBeDisabled()
  await checkAccessibility()
  const context = await browser.newContext({ baseURL: programs.url })
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(step(colleague)).toHaveText('Preview')

  // Slow enough to be seen moving, and to be held.
  await programs.faults({ kind: 'latency', route: 'updateGoal', ms: 800 })
  await box.fill(String(size))
  await run.click()
  await expect(step(page)).toHaveText('Run')
  await expect.poll(() => settled(colleague)).toBeGreaterThan(0)
  await expect(colleague).toHaveTitle(/^\(\d+\/\d+\) /)
  await colleague.getByRole('button', { name: 'Pause' }).click()
  const resume = page.getByRole('button', { name: /^Resume \d+ changes?$/ })
  await expect(resume).toBeVisible()
  await checkAccessibility()
  // What was on its way is settled; then nothing is sent any more.
  await expect
    .poll(async () => (await settled(page)) + Number(/\d+/.exec((await resume.textContent()) ?? '')?.[0]))
    .toBe(size)
  const { updates } = await programs.calls()
  const held = await settled(page)

  await programs.faults()
  expect((await programs.calls()).updates).toBe(updates)
  expect(await settled(page)).toBe(held)
  await resume.click()
  await expect(step(colleague)).toHaveText('Done', { timeout: 60_000 })
  await expect(colleague.getByText(new RegExp(`^${size} confirmed`)).first()).toBeVisible()
  await context.close()
})

test('some are run first, the rest is given up', async ({ page }) => {
  await openList(page, '/goals?sort=Name')
  const dialog = await composeFor(page, [0, 1, 2, 3, 4, 5, 6], 'More')
  await dialog.getByRole('combobox', { name: 'What is changed' }).selectOption('description')
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Looked at in the review.')
  await dialog.getByRole('button', { name: 'Preview 7 goals' }).click()
  await expect(rows(page).first()).toContainText('Looked at in the review.')
  await page.getByRole('button', { name: 'Run 5 first' }).click()
  await expect(page.getByRole('button', { name: 'Resume 2 changes' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the rest' }).click()
  await page.getByRole('button', { name: 'Give up 2 changes' }).click()
  await expect(page.getByText('5 confirmed, 2 given up.')).toBeVisible()
})

test('on a phone a draft is looked at and run', async ({ page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page, '/goals?sort=Name')
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  const dialog = await composeFor(page, [1], 'Link')
  await dialog.getByRole('radio', { name: 'Each company’s own open CTAs of the goal’s name' }).check()
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Preview 1 goal' }).click()
  await expect(title(page)).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Delete this draft' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete this draft' }).click()
  await expect(page).toHaveURL(/\/changes$/)
})
