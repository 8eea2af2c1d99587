import type { Page } from '@playwright/test'
import { countOf, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { call, pickAtProvider, signedIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'people', environment: {} } })
// One company from its first sign-in on: who was given a role in one journey has it in the next.
test.describe.configure({ mode: 'serial' })

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' })

/** Without a session the server hands out nothing: a page fetches what it asks to sign in again with while it has one. */
const isReadyForTheEnd = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate<boolean>(
        "performance.getEntriesByType('resource').some(({ name }) => name.includes('sign-in-again'))",
      ),
    )
    .toBe(true)

/** Ends the session of a page as an admin does it, and waits until the page knows. */
async function endSessionsOf(page: Page, admin: Page): Promise<void> {
  await isReadyForTheEnd(page)
  const { id } = (await call(page, 'GET', '/api/me')).json
  expect((await call(admin, 'DELETE', `/api/people/${String(id)}/sessions`)).status).toBe(200)
  await expect(dialogOf(page)).toBeVisible()
}

/** Signs in again in the window that the page opens; the provider still knows who it is. */
async function signInAgain(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup')
  await dialogOf(page).getByRole('button', { name: 'Sign in again' }).click()
  const window = await opened
  if (!window.isClosed()) await window.waitForEvent('close')
  await expect(dialogOf(page)).toHaveCount(0)
}

test('a visit leads to the provider and back to the page that was asked for; signing out ends it at both', async ({
  browser,
  programs,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Ana Reyes', '/goals?sort=Name')
  await expect(page).toHaveURL(/sort=Name/)
  await expect(countOf(page)).toHaveText('400 goals', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Ana Reyes' }).click()
  await expect(page.getByText('ana.reyes@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  // The provider has forgotten them, too: it asks again.
  await page.getByRole('link', { name: 'Sign in' }).click()
  await pickAtProvider(page, 'Ana Reyes')
  await expect(countOf(page)).toBeVisible()
  await context.close()
})

test('who has no role is told so; the one that an admin gives holds at once, on an open page as well', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const nora = await signedIn(browser, programs, 'Nora Moss')
  await expect(nora.page.getByText('You have not been given a role yet')).toBeVisible()
  const ana = await signedIn(browser, programs, 'Ana Reyes', '/people')
  const role = ana.page.getByRole('combobox', { name: 'Role of Nora Moss' })
  await expect(role).toHaveValue('')
  await checkAccessibility(ana.page)
  await role.selectOption('viewer')

  await nora.page.reload()
  await openList(nora.page)
  const newGoal = nora.page.getByRole('button', { name: 'New goal' })
  await expect(newGoal).toHaveAttribute('title', 'Changing goals needs the role editor, and yours is viewer.')
  await newGoal.press('Enter')
  await expect(nora.page).toHaveURL(/\/goals$/)
  await role.selectOption('editor')
  await expect(newGoal).not.toHaveAttribute('title')
  await rowAt(nora.page, 1)
    .getByRole('checkbox', { name: /^Select / })
    .check()
  const status = nora.page.getByRole('region', { name: 'Selected goals' }).getByRole('button', { name: 'Status' })
  await expect(status).toHaveAttribute(
    'title',
    'Changing many goals at once needs the role operator, and yours is editor.',
  )
  await status.press('Enter')
  await expect(nora.page.getByRole('dialog')).toHaveCount(0)
  await newGoal.click()
  await expect(nora.page).toHaveURL(/\/goals\/new/)
  await nora.page.goto('/people')
  await expect(nora.page.getByText('Managing people needs the role admin, and yours is editor.')).toBeVisible()
  await nora.context.close()
  await ana.context.close()
})

test('I end a session of mine that I do not know; the browser that had it is told', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const desk = await signedIn(browser, programs, 'Ben Okafor')
  const phone = await signedIn(browser, programs, 'Ben Okafor', '/sessions')
  const sessions = phone.page.getByRole('listitem').filter({ hasText: 'Started' })
  await expect(sessions).toHaveCount(2)
  await isReadyForTheEnd(desk.page)
  await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1)
  await checkAccessibility(phone.page)
  await sessions
    .filter({ hasNotText: 'this one' })
    .getByRole('button', { name: /^End the session/ })
    .click()
  await expect(sessions).toHaveCount(1)
  await expect(dialogOf(desk.page)).toBeVisible()
  await desk.context.close()
  await phone.context.close()
})

test('a session that ends while somebody types: they sign in again in place, nothing is lost, all is sent once', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const admin = await signedIn(browser, programs, 'Ana Reyes')
  const { page, context } = await signedIn(browser, programs, 'Ben Okafor')
  const [goal] = await listGoals(page, { filter: { field: 'Open', op: 'EQ', value: [true] } })
  const gsid = goal?.gsid ?? ''
  const writes = async () => (await programs.record(gsid)).writes
  await page.goto(`/goals/${gsid}?tab=edit`)
  const form = page.getByRole('form', { name: 'Edit goal' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Typed before the session ended')
  const before = await writes()

  await endSessionsOf(page, admin.page)
  await checkAccessibility(page)
  expect(await writes()).toBe(before)
  await signInAgain(page)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Typed before the session ended')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect.poll(async () => (await programs.record(gsid)).record['Name']).toBe('Typed before the session ended')
  expect(await writes()).toBe(before + 1)
  await context.close()
  await admin.context.close()
})

test('a save that meets the end of the session waits for its person, and for nobody else', async ({
  browser,
  programs,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Otto Lind')
  const [goal] = await listGoals(page, { filter: { field: 'Open', op: 'EQ', value: [true] }, offset: 1 })
  const gsid = goal?.gsid ?? ''
  const written = async () => {
    const { record, writes } = await programs.record(gsid)
    return { name: record['Name'], writes }
  }
  await page.goto(`/goals/${gsid}`)
  const panel = page.getByRole('complementary', { name: 'Goal', exact: true })
  const rename = async (name: string) => {
    await panel.getByRole('button', { name: /^Change name/ }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
  }
  await isReadyForTheEnd(page)
  await rename('Saved while nobody was signed in')
  const before = await written()
  // The cookie is gone before the page hears of it.
  await context.clearCookies({ name: /goalkeeper/ })
  await page.keyboard.press('Enter')
  await expect(dialogOf(page)).toBeVisible()
  expect(await written()).toEqual(before)
  await signInAgain(page)
  await expect.poll(written).toEqual({ name: 'Saved while nobody was signed in', writes: before.writes + 1 })

  await rename('Never under another name')
  await context.clearCookies()
  await page.keyboard.press('Enter')
  const opened = page.waitForEvent('popup')
  await dialogOf(page).getByRole('button', { name: 'Sign in again' }).click()
  await pickAtProvider(await opened, 'Vera Klein')
  await expect(page.getByRole('heading', { name: 'Vera Klein has signed in here' })).toBeVisible()
  expect((await written()).name).toBe('Saved while nobody was signed in')
  await page.getByRole('button', { name: 'Reload as Vera Klein' }).click()
  await expect(page.getByRole('button', { name: 'Vera Klein' })).toBeVisible()
  await context.close()
})

test('a token is shown once, works in a script, stands in Activity, and is refused once revoked', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Ana Reyes', '/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  const making = page.getByRole('dialog', { name: 'New token' })
  await making.getByRole('button', { name: 'Make token' }).click()
  await expect(making.getByText('Give it a name')).toBeVisible()
  await making.getByRole('textbox', { name: 'Name' }).fill('Nightly report')
  await making.getByRole('radio', { name: 'editor' }).check()
  await checkAccessibility(page)
  await making.getByRole('button', { name: 'Make token' }).click()
  const made = page.getByRole('dialog', { name: 'The token is made' })
  const secret = (await made.getByLabel('Secret', { exact: true }).textContent()) ?? ''
  await checkAccessibility(page)
  await made.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByText(secret)).toHaveCount(0)
  const line = page.getByRole('row').filter({ hasText: 'Nightly report' })
  await expect(line).toContainText('never')
  await checkAccessibility(page)

  const [goal] = await listGoals(page, { offset: 2 })
  const script = (path: string, method = 'GET', body?: unknown) =>
    fetch(programs.url + path, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const page1 = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }
  const tenants = (await (await script('/gainsight/v1/csgoal/external/fetch', 'POST', page1)).json()) as object
  expect(tenants).toMatchObject({ result: true, data: { recordList: [{}] } })
  const update = { requests: [{ record: { Gsid: goal?.gsid, Name: 'Renamed by a script' } }] }
  expect((await script('/gainsight/v1/csgoal/external/update', 'PUT', update)).status).toBe(200)
  expect((await script('/api/people')).status).toBe(403)

  await page.goto('/activity')
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Nightly report')
  const entries = page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText('Renamed by a script')
  await checkAccessibility(page)
  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export' }).click()
  expect((await downloaded).suggestedFilename()).toMatch(/^activity-\d{4}-\d\d-\d\d\.csv$/)

  await page.goto('/tokens')
  await expect(line).toContainText('now')
  await line.getByRole('button', { name: 'Revoke Nightly report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke this token' }).click()
  await expect(line).toContainText('revoked')
  expect((await script('/api/me')).status).toBe(401)
  await context.close()
})

test('what somebody does in a list bears their name and the screen, in Activity and in the history', async ({
  browser,
  programs,
}) => {
  const { page, context } = await signedIn(browser, programs, 'Otto Lind')
  await openList(page, '/goals?sort=Name')
  const gsid = (await rowAt(page, 3).getByRole('link').first().getAttribute('href'))?.match(/1CG\w+/)?.[0] ?? ''
  await rowAt(page, 3)
    .getByRole('button', { name: /^Change due date/ })
    .click()
  await page.getByRole('textbox', { name: 'Due date' }).fill('3 mar 2032')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await programs.record(gsid)).record['DueDate']).toBe('2032-03-03')
  await page.goto('/activity?who=Otto%20Lind')
  const entries = page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
  await expect(entries.filter({ hasText: '3 Mar 2032' })).toContainText('in the list')
  await page.goto(`/goals/${gsid}?tab=history`)
  await expect(page.getByText(/Otto Lind, through Goalkeeper/).first()).toBeVisible()
  await context.close()
})

test('an admin narrows what somebody sees; they are told, and have no other goals', async ({
  browser,
  programs,
  checkAccessibility,
}) => {
  const admin = await signedIn(browser, programs, 'Ana Reyes')
  const filter = { field: 'StatusName', op: 'EQ', value: ['New'] }
  const [goal] = await listGoals(admin.page, { filter: { not: filter } })
  const all = (await listGoals(admin.page, { filter })).length
  const vera = await signedIn(browser, programs, 'Vera Klein')
  await expect(countOf(vera.page)).toHaveText('400 goals')
  await admin.page.goto('/people')
  const goals = admin.page.getByRole('combobox', { name: 'Goals that Vera Klein sees' })
  await goals.selectOption('own')
  await expect(admin.page.getByText('Gainsight has no user of this e-mail address')).toBeVisible()
  await expect(vera.page.getByText('No goal that you see')).toBeVisible()
  await expect(vera.page.getByRole('main').getByText(/no user of your e-mail address/)).toBeVisible()

  await goals.selectOption('another-filter')
  const dialog = admin.page.getByRole('dialog', { name: 'Goals that Vera Klein sees' })
  await dialog.getByRole('textbox').fill('/goals')
  await expect(dialog.getByText('This is no address of a list with a filter.')).toBeVisible()
  await dialog.getByRole('textbox').fill(`/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  await expect(dialog.getByText('will see the goals whose Status is New.')).toBeVisible()
  await checkAccessibility(admin.page)
  await dialog.getByRole('button', { name: 'Let them see these' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(countOf(vera.page)).toHaveText(`${all} goals`)
  await expect(vera.page.getByTitle('You see the goals whose Status is New.')).toBeVisible()
  await vera.page.goto(`/goals/${goal?.gsid}`)
  await expect(vera.page.getByText(/among those that you see/)).toBeVisible()
  await goals.selectOption('all')
  await vera.page.goto('/goals')
  await expect(countOf(vera.page)).toHaveText('400 goals')
  await vera.context.close()
  await admin.context.close()
})
