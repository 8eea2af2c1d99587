import { grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

const phone = { width: 390, height: 844 }
const open = { field: 'Open', op: 'EQ', value: [true] }
const openGoals = `/goals?filter=${encodeURIComponent(JSON.stringify(open))}`

test('beside the editor of links the list has all its tools, none of them cut off', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  const [goal] = await listGoals(page)
  await page.goto(`/goals/${goal?.gsid}?tab=edit-links`)
  const panel = page.getByRole('complementary', { name: 'Links of the goal' })
  const edge = (await panel.boundingBox())?.x ?? 0
  for (const name of ['Facets', 'Filter', 'Sort', 'Columns', 'Share', 'As API request']) {
    const box = await page.getByRole('main').getByRole('button', { name, exact: true }).first().boundingBox()
    expect((box?.x ?? edge) + (box?.width ?? edge), name).toBeLessThanOrEqual(edge)
  }
  await checkAccessibility()
})

test('the facets make room for the form of a new goal, and come back after it', async ({ page }) => {
  await openList(page)
  const facets = page.getByRole('group', { name: 'Narrow the list' })
  await expect(facets).toBeVisible()
  await page.getByRole('button', { name: 'New goal' }).click()
  await expect(page.getByRole('form', { name: 'New goal' })).toBeVisible()
  await expect(facets).toHaveCount(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(facets).toBeVisible()
})

test('Escape leaves a typed date as it was, and Enter sends it once', async ({ page, programs }) => {
  await openList(page, openGoals)
  const before = await programs.calls()
  const due = rowAt(page, 0).getByRole('button', { name: /^Change due date/ })
  const editor = grid(page).getByRole('textbox', { name: 'Due date' })
  await due.click()
  await editor.fill('24 dec 2031')
  await editor.press('Escape')
  await expect(editor).toHaveCount(0)
  await expect(due).not.toContainText('2031')
  await due.click()
  await editor.fill('25 dec 2031')
  await editor.press('Enter')
  await expect(grid(page).getByText('25 Dec 2031')).toBeVisible()
  await expect.poll(async () => (await programs.calls()).updates).toBe(before.updates + 1)
  await expect(grid(page).getByLabel('Sent to Gainsight')).toHaveCount(0)
  expect((await programs.calls()).updates).toBe(before.updates + 1)
})

test.describe('with a finger on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('status and due date are set in the row', async ({ page, programs, checkAccessibility }) => {
    await openList(page, openGoals)
    const row = rowAt(page, 1)
    const gsid = await row
      .getByRole('link')
      .getAttribute('href')
      .then((href) => /1CG0\w+/.exec(href ?? '')?.[0] ?? '')
    const tenantHas = (field: string) => expect.poll(async () => (await programs.record(gsid)).record[field])
    const due = row.getByRole('button', { name: /^Change due date/ })
    expect((await due.locator('..').boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await due.tap()
    const typed = row.getByRole('textbox', { name: 'Due date' })
    await typed.fill('24 dec 2031')
    await checkAccessibility()
    await typed.press('Enter')
    await tenantHas('DueDate').toBe('2031-12-24')
    await expect(page.getByRole('complementary', { name: 'Goal' })).toHaveCount(0)

    await openList(page, `/goals?q=${encodeURIComponent(String((await programs.record(gsid)).record['Name']))}`)
    const same = grid(page)
      .getByRole('row')
      .filter({ has: page.locator(`a[href*="${gsid}"]`) })
    const status = same.getByRole('button', { name: /^Change status/ })
    await status.tap()
    const other = page.getByRole('option', { selected: false }).last()
    const name = await other.textContent()
    await other.tap()
    await expect(status).toContainText((name ?? '').replace(/^\d/, ''))
    await expect(page.getByRole('complementary', { name: 'Goal' })).toHaveCount(0)
  })

  test('goals are selected by taps, and opened again when that is done', async ({ page, checkAccessibility }) => {
    await openList(page)
    await page.getByRole('button', { name: 'Select', exact: true }).tap()
    await rowAt(page, 0).tap()
    await rowAt(page, 2).getByRole('checkbox').tap()
    const bar = page.getByRole('region', { name: 'Selected goals' })
    await expect(bar).toContainText('2 selected')
    await expect(bar.getByRole('button', { name: 'Clear' })).toBeInViewport({ ratio: 1 })
    await checkAccessibility()
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(bar).toHaveCount(0)
    await rowAt(page, 0).tap()
    await expect(page.getByRole('complementary', { name: 'Goal' }).getByRole('heading', { level: 1 })).toBeInViewport()
  })
})
