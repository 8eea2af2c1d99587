import type { Page } from '@playwright/test'
import { countOf, grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { call } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

// No sync runs during these journeys, so that every call which reaches the tenant is one that they caused.
test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '86400' } } })

// The layout is kept for whoever asks, who is the same one in every journey here.
test.afterEach(async ({ page }) => {
  await expect.poll(() => page.evaluate(`localStorage.getItem('goalkeeper.layout')`)).not.toBe('changed')
  expect((await call(page, 'PUT', '/api/me/layout', { columns: null, density: null })).status).toBe(200)
})

const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name })
const sortBy = (page: Page, name: string, modifiers: 'Shift'[] = []) =>
  header(page, name).getByRole('button').click({ modifiers })
const facet = (page: Page, group: string, value: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name: new RegExp(`^${value}( |$)`) })
const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

test('the list opens with its exact count, facets and what is overdue', async ({ page, checkAccessibility }) => {
  await openList(page)
  await expect(rowAt(page, 19)).toBeInViewport()
  const overdue = page.getByRole('button', { name: /^Overdue \d+$/ })
  const words = await overdue.innerText()
  await expect(rowAt(page, 0)).toContainText(/\d+ d late/)
  await checkAccessibility()

  await overdue.click()
  await expect(countOf(page)).toHaveText(`${words.replace(/\D/g, '')} goals`)
  await expect(overdue).toHaveAttribute('aria-pressed', 'true')
})

test('headers sort, and Shift adds a key', async ({ page }) => {
  await openList(page)
  await sortBy(page, 'Name')
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  await sortBy(page, 'Name')
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'descending')
  await sortBy(page, 'Company', ['Shift'])
  await expect(header(page, 'Company')).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => inAddress(page, 'sort')).toBe('-Name,CompanyName')
  const names = await grid(page).getByRole('gridcell').getByRole('link').allInnerTexts()
  expect(names.length).toBeGreaterThan(15)
})

test('facets, chips, quick search and the address hold one filter', async ({ page }) => {
  await openList(page)
  const [risky, fewer] = [await findCount(page, ['At Risk']), await findCount(page, ['At Risk', 'On Track'])]
  await facet(page, 'Status', 'At Risk').check()
  await expect(countOf(page)).toHaveText(`${risky} goals`)
  await facet(page, 'Status', 'On Track').check()
  await expect(countOf(page)).toHaveText(`${fewer} goals`)

  await page.goBack()
  await expect(countOf(page)).toHaveText(`${risky} goals`)
  await expect(facet(page, 'Status', 'On Track')).not.toBeChecked()
  await page.reload()
  await expect(countOf(page)).toHaveText(`${risky} goals`)

  const shared = page.url()
  await page
    .getByRole('list', { name: 'Filter' })
    .getByRole('button', { name: /^Remove: / })
    .click()
  await expect(countOf(page)).toHaveText('400 goals')
  await page.goto(shared)
  await expect(countOf(page)).toHaveText(`${risky} goals`)
  await page
    .getByRole('list', { name: 'Filter' })
    .getByRole('button', { name: /^Remove: / })
    .click()

  const [goal] = await listGoals(page, { limit: 1 })
  const name = String(goal?.fields['Name'])
  await page.getByRole('textbox', { name: 'Search the list' }).fill(name)
  await expect(rowAt(page, 0).getByRole('link')).toHaveText(name)
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(countOf(page)).toHaveText('400 goals')
})

test('columns are shown and hidden, and stay so; a copied link carries them', async ({ page, clipboard }) => {
  await openList(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.getByRole('checkbox', { name: 'CSM' }).first().uncheck()
  await expect(header(page, 'CSM')).toHaveCount(0)
  await menu.getByRole('searchbox', { name: 'Find a column' }).fill('Arr')
  await menu.getByRole('checkbox', { name: /arr/i }).first().check()
  await expect(grid(page).getByRole('columnheader', { name: /arr/i })).toBeVisible()
  await page.reload()
  await expect(header(page, 'CSM')).toHaveCount(0)
  await expect(grid(page).getByRole('columnheader', { name: /arr/i })).toBeVisible()
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this list' })
  await dialog.getByRole('button', { name: 'Make link' }).click()
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  expect((await call(page, 'PUT', '/api/me/layout', { columns: null, density: null })).status).toBe(200)
  await openList(page)
  await expect(header(page, 'CSM')).toBeVisible()
  await openList(page, await clipboard())
  await expect(header(page, 'CSM')).toHaveCount(0)
  await expect(grid(page).getByRole('columnheader', { name: /arr/i })).toBeVisible()
})

test('columns are moved and made wider, by keyboard and by mouse, and keep it', async ({ page }) => {
  await openList(page)
  const names = () => grid(page).getByRole('columnheader').getByRole('button').allTextContents()
  const widthOf = async (name: string) => (await header(page, name).boundingBox())?.width ?? 0
  const first = await names()
  const company = first.indexOf('Company')
  await header(page, 'Company').getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowRight')
  const moved = first.with(company, first[company + 1] ?? '').with(company + 1, 'Company')
  await expect.poll(names).toEqual(moved)
  const before = await widthOf('Company')
  await header(page, 'Company').getByRole('button').press('Shift+ArrowRight')
  await expect.poll(() => widthOf('Company')).toBe(before + 16)

  await header(page, 'Company')
    .getByRole('button')
    .dragTo(header(page, first[company + 1] ?? ''))
  await expect.poll(names).toEqual(first)
  const box = await header(page, 'Company').boundingBox()
  if (!box) throw new Error('The column is not on the screen.')
  const edge = { x: box.x + box.width - 2, y: box.y + box.height / 2 }
  await page.mouse.move(edge.x, edge.y)
  await page.mouse.down()
  await page.mouse.move(edge.x + 60, edge.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf('Company')).toBe(before + 16 + 60)

  await page.reload()
  await expect.poll(() => widthOf('Company')).toBe(before + 16 + 60)
  await expect.poll(names).toEqual(first)
})

test('nonsense in an address is left out and named', async ({ page }) => {
  await openList(page, '/goals?filter=%7B%22and%22%3A3%7D&sort=%21%21')
  await expect(page.getByText('The link’s filter and order could not be read and were left out.')).toBeVisible()
  await expect(countOf(page)).toHaveText('400 goals')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('could not be read')).toHaveCount(0)
})

test('rows are selected one by one, as a range and as all that match', async ({ page }) => {
  await openList(page)
  await rowAt(page, 1).getByRole('checkbox').check()
  await rowAt(page, 5)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'Selected goals' })
  await expect(bar).toContainText('5 selected')
  await bar.getByRole('button', { name: 'Select all 400 matching' }).click()
  await expect(bar).toContainText('All 400 matching goals selected')
  await rowAt(page, 0).getByRole('checkbox').uncheck()
  await expect(bar).toContainText('399 selected')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await expect(bar).toHaveCount(0)
})

test('reading costs the tenant nothing: opening, filtering ten times, sorting, opening five goals', async ({
  page,
  programs,
}) => {
  await openList(page)
  const withBoth = ['CTACount', 'SPCount'].map((field) => ({ field, op: 'GTE', value: [1] }))
  const linked = await listGoals(page, { filter: { and: withBoth }, limit: 5 })
  expect(linked).toHaveLength(5)
  const before = await quiet(programs)

  await page.goto('/goals')
  for (const status of ['New', 'On Track', 'At Risk', 'Achieved', 'Dropped']) {
    await facet(page, 'Status', status).check()
    await expect.poll(() => inAddress(page, 'filter')).toContain(status)
    await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
    await facet(page, 'Status', status).uncheck()
    await expect.poll(() => inAddress(page, 'filter')).toBeNull()
    await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  }
  await sortBy(page, 'Company')
  await expect.poll(() => inAddress(page, 'sort')).toBe('CompanyName')
  for (const { gsid, fields, CTA, SP } of linked) {
    await page.goto(`/goals/${gsid}?tab=links`)
    const panel = page.getByRole('complementary', { name: 'Goal' })
    await expect(panel.getByRole('heading', { level: 1 })).toContainText(String(fields['Name']))
    await expect(panel.getByRole('tabpanel').getByRole('listitem')).toHaveCount(CTA.length + SP.length)
  }
  expect(await programs.calls()).toEqual(before)
})

test('on a phone a goal is two lines, and opens as a sheet', async ({ page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page)
  await expect(grid(page).getByRole('columnheader')).toHaveCount(0)
  await checkAccessibility()
  await rowAt(page, 0).click()
  await expect(page.getByRole('complementary', { name: 'Goal' }).getByRole('heading', { level: 1 })).toBeInViewport()
  await checkAccessibility()
})

async function findCount(page: Page, statuses: string[]): Promise<number> {
  return (await listGoals(page, { filter: { field: 'StatusName', op: 'IN', value: statuses } })).length
}

/** Waits until no call has reached the tenant between two looks: what follows the first sync has ended. */
async function quiet(programs: { calls(): Promise<{ all: number; updates: number }> }) {
  let last = await programs.calls()
  await expect(async () => {
    const seen = last
    last = await programs.calls()
    expect(last).toEqual(seen)
  }).toPass({ intervals: [1_000, 2_000], timeout: 30_000 })
  return last
}
