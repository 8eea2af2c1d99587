import type { Page } from '@playwright/test'
import { countOf, grid, openList } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { call, signedIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

// No sync runs during these journeys: a goal changes when they change it.
test.use({ setup: { tenant: 'people', environment: { SYNC_INTERVAL_SECONDS: '86400' } } })

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Views' })
const tab = (page: Page, name: string) => tabs(page).getByRole('link', { name: new RegExp(`^${name}( [\\d,]+)?$`) })
const changed = (page: Page) => tabs(page).getByText('Changed', { exact: true }).filter({ visible: true })
const button = (page: Page, name: string) => tabs(page).getByRole('button', { name, exact: true })
const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name })
const sortBy = (page: Page, name: string) => header(page, name).getByRole('button').click()
const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const openMenu = async (page: Page) => {
  await tabs(page)
    .getByRole('button', { name: /^(Views|\d+ more)$/ })
    .click()
  return page.getByRole('dialog', { name: 'Views' })
}
/** The list that is open, as a view of this name. */
async function saveAs(page: Page, name: string, more: string[] = []): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Save as a view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  for (const label of more) await dialog.getByRole('checkbox', { name: label }).check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog).toBeHidden()
  await expect(tab(page, name)).toHaveAttribute('aria-current', 'page')
}
/** Makes a view without a screen, and gives its id. */
async function makeView(page: Page, name: string, state: object, shared = false): Promise<string> {
  const { json } = await call(page, 'POST', '/api/views', { name, state, shared })
  return String(json['id'])
}
const overdue = { field: 'Overdue', op: 'EQ', value: [true] }
const columns = 'StatusName,Name,CompanyName,DueDate'

test('I save the list as a view, change it, take that back, save it, and save it as another', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Otto Lind')
  await openList(page)
  await expect(tab(page, 'All goals')).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: /^Overdue [\d,]+$/ }).click()
  await button(page, 'Save view…').click()
  const dialog = page.getByRole('dialog', { name: 'Save as a view' })
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await checkAccessibility(page)
  await saveAs(page, 'Late ones')
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['view'])
  const total = (await countOf(page).textContent())?.replace(/ goals?$/, '')
  await expect(tab(page, 'Late ones')).toHaveText(`Late ones${total}`)
  await expect(changed(page)).toHaveCount(0)

  await sortBy(page, 'Name')
  await expect(changed(page)).toBeVisible()
  expect(inAddress(page, 'sort')).toBe('Name')
  await checkAccessibility(page)
  await button(page, 'Reset').click()
  await expect(changed(page)).toHaveCount(0)
  await expect(header(page, 'Due')).toHaveAttribute('aria-sort', 'ascending')

  await sortBy(page, 'Name')
  await button(page, 'Save').click()
  await expect(changed(page)).toHaveCount(0)
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['view'])
  await page.reload()
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')

  // What the view has and the list has no longer is told as well, and stays taken out.
  await page.getByRole('button', { name: 'Remove: Due is Overdue' }).click()
  await expect(changed(page)).toBeVisible()
  expect(inAddress(page, 'without')).toBe('filter')
  await page.reload()
  await expect(countOf(page)).toHaveText('400 goals')
  await button(page, 'Save as…').click()
  const other = page.getByRole('dialog', { name: 'Save as a view' })
  await other.getByRole('textbox', { name: 'Name' }).fill('late ONES')
  await other.getByRole('button', { name: 'Save view' }).click()
  await expect(other.getByText('There is a view “late ONES” already: choose another name.')).toBeVisible()
  await saveAs(page, 'By name')
  await expect(tab(page, 'Late ones')).toBeVisible()
  await context.close()
})

test('a shared view opens for others as it is, leaves their own columns alone, and is its owner’s to change', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const ben = await signedIn(browser, programs, 'Ben Okafor')
  await openList(ben.page)
  const id = await makeView(ben.page, 'Renewals', { filter: overdue, columns }, true)

  const { page, context } = await signedIn(browser, programs, 'Vera Klein')
  await openList(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Company', exact: true }).uncheck()
  await page.keyboard.press('Escape')
  await expect(header(page, 'Company')).toHaveCount(0)

  const menu = await openMenu(page)
  await expect(menu.getByRole('region', { name: 'Shared with everyone' })).toContainText('Renewals')
  await checkAccessibility(page)
  await menu.getByRole('link', { name: /^Renewals/ }).click()
  await expect(tab(page, 'Renewals')).toHaveAttribute('aria-current', 'page')
  await expect(header(page, 'Company')).toBeVisible()
  await expect(header(page, 'CSM')).toHaveCount(0)
  await header(page, 'Due').getByRole('button').press('Alt+ArrowLeft')
  await expect(changed(page)).toBeVisible()
  await expect(button(page, 'Save')).toHaveAttribute('title', 'It is Ben Okafor’s: they and admins can change it')

  await tab(page, 'All goals').click()
  await expect(header(page, 'CSM')).toBeVisible()
  await expect(header(page, 'Company')).toHaveCount(0)
  await context.close()

  // Two change it: the second is told, and decides.
  const ana = await signedIn(browser, programs, 'Ana Reyes', '/goals')
  await openList(ana.page, `/goals?view=${id}`)
  await sortBy(ana.page, 'Name')
  const theirs = { version: 1, state: { filter: overdue, columns, sort: '-DueDate' } }
  // The open page has been told of it by now or not: it saves from the version that it knows.
  await ana.context.route('**/api/views', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  expect((await call(ben.page, 'PUT', `/api/views/${id}`, theirs)).status).toBe(200)
  await button(ana.page, 'Save').click()
  const told = ana.page.getByRole('dialog', { name: '“Renewals” was not saved' })
  await expect(told).toContainText('Ben Okafor changed this view')
  await checkAccessibility(ana.page)
  await ana.context.unroute('**/api/views')
  await told.getByRole('button', { name: 'Save over theirs' }).click()
  await expect(changed(ana.page)).toHaveCount(0)
  await openList(ben.page, `/goals?view=${id}`)
  await expect(header(ben.page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  await ben.context.close()
  await ana.context.close()
})

test('tabs are pinned and put in order by keyboard, and the list opens with the one that I want first', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Ana Reyes')
  await openList(page)
  for (const name of ['First', 'Second', 'Third']) await makeView(page, name, { filter: overdue, sort: 'Name' })
  await page.reload()
  const menu = await openMenu(page)
  for (const name of ['First', 'Second', 'Third']) {
    await menu.getByRole('button', { name: `Pin ${name} as a tab` }).press('Enter')
    await expect(menu.getByRole('region', { name: 'Tabs' })).toContainText(name)
  }
  await menu.getByRole('button', { name: 'More for Second' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Open my list with it' }).press('Enter')
  await expect(menu.getByRole('link', { name: /^Second opens first/ })).toBeVisible()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()

  const order = () => tabs(page).getByRole('listitem').filter({ visible: true }).allTextContents()
  const named = async () => (await order()).map((text) => text.replace(/[\d,]+$/, ''))
  await expect.poll(named).toEqual(['All goals', 'First', 'Second', 'Third'])
  await tab(page, 'Third').press('Alt+ArrowLeft')
  await expect.poll(named).toEqual(['All goals', 'First', 'Third', 'Second'])
  await expect(tab(page, 'Third')).toBeFocused()
  await tab(page, 'Third').press('Alt+ArrowLeft')
  await expect(tabs(page).getByRole('status')).toHaveText('Third is now tab 1 of 3')

  await page.goto('/activity')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Goals' }).click()
  await expect(tab(page, 'Second')).toHaveAttribute('aria-current', 'page')
  expect(inAddress(page, 'view')).not.toBeNull()
  await expect.poll(named).toEqual(['All goals', 'Third', 'First', 'Second'])
  await tab(page, 'All goals').click()
  await expect(page).toHaveURL(/\/goals\?view=all$/)
  await expect(countOf(page)).toHaveText('400 goals')
  // An address of before there were views says all there is to say.
  const filter = encodeURIComponent(JSON.stringify({ field: 'Open', op: 'EQ', value: [true] }))
  await openList(page, `/goals?filter=${filter}&sort=-Name`)
  await expect(tab(page, 'All goals')).toHaveAttribute('aria-current', 'page')
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: /^Remove: Open/ }).click()
  await expect(countOf(page)).toHaveText('400 goals')
  await expect(tab(page, 'All goals')).toHaveAttribute('aria-current', 'page')

  // Where there is no room they are in the menu, and the one that is open stays in sight.
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page)
  await expect(tab(page, 'Second')).toBeVisible()
  await checkAccessibility(page)
  const all = await openMenu(page)
  await all.getByRole('link', { name: 'Third' }).click()
  await expect(tab(page, 'Third')).toHaveAttribute('aria-current', 'page')

  const again = await openMenu(page)
  await again.getByRole('button', { name: 'More for Third' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('dialog', { name: 'Delete “Third”?' }).getByRole('button', { name: 'Delete view' }).click()
  await expect(tab(page, 'All goals')).toHaveAttribute('aria-current', 'page')
  await context.close()
})

test('a frozen link shows the goals of then, how many of them still match, and what matches now', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const ben = await signedIn(browser, programs, 'Ben Okafor')
  const open = { field: 'Open', op: 'EQ', value: [true] }
  const goals = await listGoals(ben.page, { filter: open })
  await openList(ben.page, `/goals?filter=${encodeURIComponent(JSON.stringify(open))}&columns=${columns}`)
  await ben.page.getByRole('button', { name: 'Share' }).click()
  const dialog = ben.page.getByRole('dialog', { name: 'Share this list' })
  await dialog.getByRole('radio', { name: `Frozen: ${goals.length} goals` }).check()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(new URL(address).search).toMatch(/^\?link=[a-z0-9]{10}$/)
  await checkAccessibility(ben.page)
  const record = { Gsid: goals[0]?.gsid, StatusName: 'Achieved' }
  expect((await call(ben.page, 'PUT', '/gainsight/v1/csgoal/external/update', { requests: [{ record }] })).status).toBe(
    200,
  )

  const { page, context } = await signedIn(browser, programs, 'Vera Klein')
  await openList(page, address)
  const then = goals.length
  await expect(countOf(page)).toHaveText(`${then} goals`)
  await expect(page.getByText(`${then} goals then, ${then - 1} of them still match now.`)).toBeVisible()
  await expect(tab(page, 'Shared by Ben Okafor')).toHaveAttribute('aria-current', 'page')
  await expect(header(page, 'CSM')).toHaveCount(0)
  await checkAccessibility(page)
  await page.getByRole('button', { name: `Show what matches now: ${then - 1}` }).click()
  await expect(countOf(page)).toHaveText(`${then - 1} goals`)
  await page.getByRole('button', { name: `Show the ${then} of then` }).click()
  await expect(countOf(page)).toHaveText(`${then} goals`)
  await tab(page, 'All goals').click()
  await expect(header(page, 'CSM')).toBeVisible()

  await dialog.getByRole('button', { name: /^Delete the link/ }).click()
  await expect(dialog.getByRole('heading', { name: 'Links that you have made' })).toBeHidden()
  await openList(page, address)
  await expect(page.getByText(/^This list link was deleted by Ben Okafor on /)).toBeVisible()
  await expect(countOf(page)).toHaveText('400 goals')
  await checkAccessibility(page)
  await context.close()
  await ben.context.close()
})

test('nonsense in an address is left out and named, part by part', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Vera Klein')
  await openList(page, '/goals?view=gone234567&filter=banana&sort=Name,Nowhere&columns=Name,Nothing&without=%3Cb%3E')
  await expect(page.getByText('There is no such view any more, or it is not shared with you.')).toBeVisible()
  await expect(page.getByText('The link’s filter and part that takes something out could not be read')).toBeVisible()
  await expect(page.getByText('There is no column “Nothing”. Goals cannot be ordered by “Nowhere”.')).toBeVisible()
  await expect(countOf(page)).toHaveText('400 goals')
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  await checkAccessibility(page)
  for (const left of [2, 1, 0]) {
    await page.getByRole('button', { name: 'Dismiss' }).first().click()
    await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(left)
  }
  expect(inAddress(page, 'sort')).toBe('Name')
  await openList(page, '/goals?link=gone234567')
  await expect(page.getByText('There is no such list link.')).toBeVisible()
  await context.close()
})
