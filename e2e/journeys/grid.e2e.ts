import type { Page } from '@playwright/test'
import { call } from '../fixtures/people.ts'
import { countOf, openList } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

/** A value as its cell shows it; only texts are compared here. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

test.use({
  setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '86400', SANDBOX_GOALS: '3000' } },
  permissions: ['clipboard-read', 'clipboard-write'],
})
// The layout is kept for whoever asks, who is the same one in every journey here.
test.beforeEach(async ({ page, programs }) => {
  await page.goto(`${programs.url}/goals`)
  expect((await call(page, 'PUT', '/api/me/layout', { columns: null, density: null })).status).toBe(200)
  await page.evaluate('localStorage.clear()')
})

/** Grouped it is a treegrid. */
const grid = (page: Page) => page.locator('[role=grid], [role=treegrid]').and(page.getByLabel('Goals'))
const rowIn = (page: Page, place: number) => grid(page).locator(`[aria-rowindex="${place + 2}"]`)
const header = (page: Page, name: string) =>
  grid(page).getByRole('columnheader', { name: new RegExp(`^${name}( \\d)?$`) })
const headers = (page: Page) => grid(page).getByRole('columnheader').getByRole('button').allTextContents()
const widthOf = async (page: Page, name: string) => (await header(page, name).boundingBox())?.width ?? 0
const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

/** Where the grid says that the focus is: row and column as it counts them, and what stands there. */
const active = (page: Page) =>
  grid(page).evaluate((element) => {
    const cell = element.ownerDocument.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    return {
      isFocused: element.ownerDocument.activeElement === element,
      row: Number(cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')),
      column: Number(cell?.getAttribute('aria-colindex')),
      text: cell?.textContent ?? null,
    }
  })
const isAt = (page: Page, row: number, column: number) =>
  expect.poll(() => active(page)).toMatchObject({ isFocused: true, row, column })
/** What is told of the grid to whoever is read to. */
const said = (page: Page) => page.getByRole('status').filter({ hasText: /copied|not changed/ })
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const inSight = (page: Page) =>
  expect
    .poll(() =>
      grid(page).evaluate((element) => {
        const id = element.getAttribute('aria-activedescendant') ?? ''
        const cell = element.ownerDocument.getElementById(id)?.getBoundingClientRect()
        const frame = element.getBoundingClientRect()
        return cell !== undefined && cell.top >= frame.top + 32 && cell.bottom <= frame.bottom + 1
      }),
    )
    .toBe(true)

test('one tab stop, every key of a grid, and the headers as its first row', async ({ page, checkAccessibility }) => {
  await openList(page)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3001')
  await expect(grid(page)).toHaveAttribute('aria-colcount', '8')
  expect(await grid(page).locator('[tabindex="0"]').count()).toBe(0)

  await grid(page).focus()
  await press(page, 'Control+Home')
  await isAt(page, 2, 1)
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await isAt(page, 3, 4)
  await press(page, 'End')
  await isAt(page, 3, 8)
  await press(page, 'Home')
  await isAt(page, 3, 1)
  await press(page, 'PageDown')
  const screen = (await active(page)).row - 3
  expect(screen).toBeGreaterThan(15)
  await inSight(page)
  await press(page, 'PageUp', 'ArrowUp', 'ArrowUp')
  await isAt(page, 1, 1)

  await press(page, 'ArrowRight', 'ArrowRight')
  await isAt(page, 1, 3)
  await press(page, 'Enter')
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  await isAt(page, 1, 3)
  await press(page, 'ArrowRight', 'Shift+Enter')
  await expect(header(page, 'Company')).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => inAddress(page, 'sort')).toBe('Name,CompanyName')
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')

  await press(page, 'Control+End')
  await isAt(page, 3001, 8)
  await expect.poll(async () => (await active(page)).text).not.toBe('')
  await inSight(page)
  await checkAccessibility()
})

test('a cell keeps the focus however far it is scrolled away, and any key comes back to it', async ({ page }) => {
  await openList(page)
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight')
  await isAt(page, 4, 2)
  const { text } = await active(page)
  const scrolled = () => grid(page).evaluate((element) => element.scrollTop)
  const away = async () => {
    await grid(page).hover()
    await expect(async () => {
      await page.mouse.wheel(0, 20_000)
      expect(await scrolled()).toBeGreaterThan(40_000)
    }).toPass()
    // It stays drawn, with what it holds, for whoever is read to.
    await expect.poll(() => active(page)).toEqual({ isFocused: true, row: 4, column: 2, text })
  }
  await away()
  await press(page, 'ArrowDown')
  await isAt(page, 5, 2)
  await inSight(page)
  await press(page, 'ArrowUp')

  await away()
  await press(page, 'Enter')
  const editor = grid(page).getByRole('combobox', { name: 'Status' })
  await expect(editor).toBeFocused()
  await expect(editor).toBeInViewport()
  await press(page, 'Escape')
  await expect(editor).toHaveCount(0)
  await isAt(page, 4, 2)

  await away()
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await active(page)).isFocused).toBe(false)
  await press(page, 'Shift+Tab')
  await isAt(page, 4, 2)
  await press(page, 'ArrowRight')
  await inSight(page)
})

test('Enter edits or opens, F2 edits, Space selects, and Escape takes back', async ({ page }) => {
  await openList(page)
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'F2')
  const name = grid(page).getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await press(page, 'Escape')
  await isAt(page, 2, 3)
  await press(page, 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(grid(page).getByRole('textbox', { name: 'Due date' })).toBeFocused()
  await press(page, 'Escape')
  await isAt(page, 2, 5)
  await press(page, 'ArrowLeft', 'F2')
  await expect(said(page)).toHaveText('Company is not changed in the list.')

  const bar = page.getByRole('region', { name: 'Selected goals' })
  await press(page, 'Space')
  await expect(bar).toContainText('1 selected')
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+Space')
  await expect(bar).toContainText('4 selected')
  await press(page, 'Escape')
  await expect(bar).toHaveCount(0)

  await press(page, 'ArrowLeft', 'Enter')
  await expect(page.getByRole('complementary', { name: 'Goal' })).toBeVisible()
})

test('cells are copied for spreadsheets: one, a range, and the selected goals', async ({ page, clipboard }) => {
  await openList(page)
  const [first, second] = await listGoals(page, {
    limit: 2,
    sort: [
      { field: 'Open', direction: 'asc' },
      { field: 'DueDate', direction: 'asc' },
    ],
  })
  const valuesOf = (goal: typeof first, ...fields: string[]) => fields.map((field) => textOf(goal?.fields[field]))
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'Control+c')
  await expect(said(page)).toHaveText('1 cell copied')
  expect([await clipboard()]).toEqual(valuesOf(first, 'Name'))

  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c')
  await expect(said(page)).toHaveText('6 cells copied')
  const fields = ['Name', 'CompanyName', 'DueDate']
  const lines = [first, second].map((goal) => valuesOf(goal, ...fields).join('\t'))
  expect(await clipboard()).toBe(lines.join('\n'))
  await expect(grid(page).locator('[role=gridcell][aria-selected=true]')).toHaveCount(6)

  await press(page, 'Escape', 'Space', 'Control+c')
  await expect(said(page)).toHaveText('7 cells copied')
  const [line, ...others] = (await clipboard()).split('\n')
  expect(others).toEqual([])
  expect(line?.split('\t')[1]).toBe(valuesOf(second, 'Name')[0])
})

test('a range that is not on the screen is read before it is copied', async ({ page, clipboard }) => {
  await openList(page)
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'Control+Shift+End', 'Control+c')
  await expect(said(page)).toHaveText('18,000 cells copied', { timeout: 30_000 })
  const lines = (await clipboard()).split('\n')
  expect(lines).toHaveLength(3_000)
  expect(lines.filter((line) => line.split('\t').length !== 6)).toEqual([])
})

test('the list is grouped: counts, folding by key and by mouse, all at once, and in the address', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  const ofStatus = async (status: string) =>
    (await listGoals(page, { limit: 500, filter: { field: 'StatusName', op: 'EQ', value: [status] } })).length
  const tooNew = await ofStatus('New')
  await page.getByRole('button', { name: 'Group' }).click()
  const menu = page.getByRole('dialog', { name: 'Group' })
  await menu.getByText('Status', { exact: true }).click()
  await expect(menu).toHaveCount(0)
  await expect.poll(() => inAddress(page, 'group')).toBe('StatusName')
  const group = (name: string) => grid(page).getByRole('row', { name: new RegExp(`^${name} [\\d,]+$`) })
  await expect(group('New')).toHaveText(new RegExp(`New\\s*${tooNew}`))
  await expect(group('New')).toHaveAttribute('aria-expanded', 'true')
  await expect(rowIn(page, 1)).toContainText('New')
  await expect(rowIn(page, 1)).toHaveAttribute('aria-level', '2')
  await checkAccessibility()

  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowLeft')
  await expect(group('New')).toHaveAttribute('aria-expanded', 'false')
  await press(page, 'ArrowDown')
  await expect.poll(async () => (await active(page)).text).toMatch(/^On Track/)
  await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight')
  await isAt(page, 3, 1)
  await press(page, 'ArrowLeft')
  await expect.poll(async () => (await active(page)).text).toMatch(/^New/)

  await page.getByRole('button', { name: 'Group' }).click()
  await menu.getByRole('button', { name: 'Collapse all' }).click()
  await page.keyboard.press('Escape')
  const folded = grid(page).locator('[role=row][aria-expanded=false]')
  await expect(grid(page).locator('[role=row][aria-level="2"]')).toHaveCount(0)
  const counts = await folded.allTextContents()
  const sum = counts.reduce((all, text) => all + Number(/([\d,]+)$/.exec(text)?.[1]?.replaceAll(',', '') ?? 0), 0)
  await expect(countOf(page)).toHaveText(`${sum.toLocaleString('en')} goals`)
  await group('On Track').click()
  await expect(group('On Track')).toHaveAttribute('aria-expanded', 'true')
  await expect(group('New')).toHaveAttribute('aria-expanded', 'false')

  // Another one gets the same from the address.
  await page.goto('/goals?group=-DueDate')
  await expect(grid(page).locator('[role=row][aria-expanded=true]').first()).toHaveText(/^[A-Z][a-z]+ \d{4}\d+$/)
  await grid(page).focus()
  await press(page, 'Control+End')
  // Its own header is far above: it is said over the rows which group they are of.
  await expect(grid(page).getByText('No date', { exact: true })).toBeInViewport()
  await page.goto('/goals?group=Name')
  await expect(grid(page)).toHaveAttribute('role', 'grid')
})

test('a goal that leaves its list, or its group, stays where it was edited until the focus leaves', async ({
  page,
}) => {
  const filter = encodeURIComponent(JSON.stringify({ field: 'StatusName', op: 'IN', value: ['New', 'At Risk'] }))
  for (const address of [`/goals?filter=${filter}`, `/goals?filter=${filter}&group=StatusName`]) {
    await openListOf(page, address)
    const words = await countOf(page).innerText()
    await grid(page).focus()
    const first = address.includes('group=') ? 1 : 0
    await press(page, 'Control+Home', 'ArrowDown', ...(first ? ['ArrowDown'] : []), 'ArrowRight', 'Enter')
    const place = first + 1
    const name = await rowIn(page, place).getByRole('link').innerText()
    const below = await rowIn(page, place + 1)
      .getByRole('link')
      .innerText()
    await page.keyboard.type('On Tr')
    await page.keyboard.press('Enter')
    await expect(countOf(page)).not.toHaveText(words)
    await expect(rowIn(page, place)).toContainText('no longer matches')
    await expect(rowIn(page, place).getByRole('link')).toHaveText(name)
    await expect(rowIn(page, place + 1).getByRole('link')).toHaveText(below)
    await page.getByRole('textbox', { name: 'Search the list' }).focus()
    await expect(rowIn(page, place).getByRole('link')).toHaveText(below)
  }
})

test('keys that are faster than the editor are its own: typed on, ended by Enter, or taken back', async ({ page }) => {
  await openList(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/cell-editor-*.js', async (route) => {
    await held
    await route.continue()
  })
  const statusOf = (place: number) => rowIn(page, place).getByRole('button', { name: /^Change status/ })
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowDown', 's', 'Escape', 'd')
  await page.keyboard.type('25 dec 2031')
  await expect(page.getByRole('textbox', { name: 'Due date, opening' })).toHaveValue('25 dec 2031')
  await page.keyboard.press('Enter')
  release()
  await expect(rowIn(page, 1)).toContainText('25 Dec 2031')
  await expect(page.getByRole('textbox', { name: 'Due date' })).toHaveCount(0)
  await press(page, 's')
  await page.keyboard.type('At Ri')
  await page.keyboard.press('Enter')
  await expect(statusOf(1)).toContainText('At Risk')
  await expect(page.getByRole('complementary')).toHaveCount(0)
})

test('columns are pinned, moved, resized and hidden by key, by menu and by mouse, on every machine of a person', async ({
  page,
  browser,
  programs,
  checkAccessibility,
}) => {
  await openList(page)
  const first = await headers(page)
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await isAt(page, 1, 4)
  const before = await widthOf(page, 'Company')
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Alt+ArrowRight')
  await expect.poll(() => widthOf(page, 'Company')).toBe(before + 32)
  await expect.poll(() => headers(page)).toEqual(['Status', 'Name', 'Due', 'Company', ...first.slice(4)])
  await isAt(page, 1, 5)

  await press(page, 'Alt+ArrowDown')
  const menu = page.getByRole('menu')
  await menu.getByRole('menuitem', { name: 'Pin to the left' }).press('Enter')
  await expect.poll(() => headers(page)).toEqual(['Status', 'Name', 'Company', 'Due', ...first.slice(4)])
  await isAt(page, 1, 4)
  await header(page, 'CSM').click({ button: 'right' })
  await checkAccessibility()
  await menu.getByRole('menuitem', { name: 'Hide' }).click()
  const mine = ['Status', 'Name', 'Company', 'Due', 'Links', 'Changed']
  await expect.poll(() => headers(page)).toEqual(mine)
  expect(inAddress(page, 'columns')).toBeNull()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByText('Comfortable', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await rowIn(page, 3).boundingBox())?.height).toBe(40)
  await expect
    .poll(async () => (await call(page, 'GET', '/api/me/layout')).json)
    .toMatchObject({ density: 'comfortable', columns: [{}, {}, { id: 'CompanyName', pinned: true }, {}, {}, {}] })

  const elsewhere = await browser.newContext({ baseURL: programs.url, viewport: { width: 1440, height: 900 } })
  const other = await elsewhere.newPage()
  await openList(other)
  expect(await headers(other)).toEqual(mine)
  expect((await rowIn(other, 3).boundingBox())?.height).toBe(40)
  expect(await widthOf(other, 'Company')).toBe(before + 32)

  // The columns of a link are shown, and one's own stay as they were.
  await openList(other, '/goals?columns=StatusName,Name,DueDate')
  expect(await headers(other)).toEqual(['Status', 'Name', 'Due'])
  await grid(other).focus()
  await press(other, 'Control+Home', 'ArrowUp', 'End', 'Shift+ArrowRight')
  await expect.poll(() => inAddress(other, 'columns')).toBe('StatusName,Name,DueDate:128')
  await openList(other)
  expect(await headers(other)).toEqual(mine)
  await elsewhere.close()

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'As at first' }).click()
  await expect.poll(() => headers(page)).toEqual(first)
})

test('a link with columns can be made one’s own, or left', async ({ page }) => {
  await openList(page, '/goals?columns=StatusName,Name,DueDate')
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.getByRole('button', { name: 'Keep these as mine' }).click()
  await expect.poll(() => inAddress(page, 'columns')).toBeNull()
  await page.reload()
  await expect.poll(() => headers(page)).toEqual(['Status', 'Name', 'Due'])
})

async function openListOf(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(countOf(page)).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect(rowIn(page, 3).getByRole('link')).toBeVisible()
}
