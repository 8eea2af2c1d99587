import type { BrowserContext, Page, Request } from '@playwright/test'
import { openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { call } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '1' } } })

const tabsAtOnce = 8
const byName = '/goals?sort=Name'

/** Counts the event streams that pages of a browser have open. */
function countStreams(context: BrowserContext): () => number {
  const open = new Set<Request>()
  const isStream = (request: Request) => new URL(request.url()).pathname === '/api/events'
  context.on('request', (request) => void (isStream(request) && open.add(request)))
  context.on('requestfinished', (request) => void open.delete(request))
  context.on('requestfailed', (request) => void open.delete(request))
  // What a page that was closed has asked for does not end for those who listen.
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length
}

const byNameOrder = { sort: [{ field: 'Name', direction: 'asc' as const }] }
/** What changes in Gainsight itself is seen with the next sync. */
const bySync = { timeout: 40_000 }

/** Gives a goal another name, as a person at another machine does. */
async function rename(person: Page, gsid: string, name: string): Promise<void> {
  const body = { requests: [{ record: { Gsid: gsid, Name: name } }] }
  expect((await call(person, 'PUT', '/gainsight/v1/csgoal/external/update', body)).status).toBe(200)
}

test('eight tabs of one browser share one stream, and each shows what others change, also when the tab that had it is closed', async ({
  page,
  context,
  browser,
}) => {
  const person = await browser.newPage()
  await openList(person)
  const streams = countStreams(context)
  await openList(page, byName)
  const others: Page[] = []
  for (let tab = 1; tab < tabsAtOnce; tab += 1) {
    const other = await context.newPage()
    await openList(other, byName)
    others.push(other)
  }
  const tabs = [page, ...others]
  expect(streams()).toBe(1)
  const [goal] = await listGoals(page, byNameOrder)
  const gsid = goal?.gsid ?? ''

  await rename(person, gsid, '! Renamed by another')
  for (const tab of tabs) await expect(rowAt(tab, 0)).toContainText('! Renamed by another')
  expect(streams()).toBe(1)

  await page.close()
  await expect.poll(() => streams()).toBe(1)
  await rename(person, gsid, '! Renamed once more')
  for (const tab of others) await expect(rowAt(tab, 0)).toContainText('! Renamed once more')
  expect(streams()).toBe(1)
  await person.close()
})

test('the row under the cursor stays where it is while others change what is above it, and keys go to its goal', async ({
  page,
  programs,
}) => {
  await openList(page, byName)
  const goals = await listGoals(page, byNameOrder)
  const [first, goal] = [goals[0], goals[5]]
  const row = rowAt(page, 5)
  const isOpen = new RegExp(String(goal?.gsid))
  await row.getByRole('gridcell').nth(2).click()
  await expect(page).toHaveURL(isOpen)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(isOpen)
  const before = await row.boundingBox()
  const name = String(goal?.fields['Name'])
  await expect(row).toContainText(name)

  // It leaves the top, so that every row below it moves up, but for this one.
  await programs.sandbox(`records/${first?.gsid}`, { record: { Name: 'Zz moved to the end' } })
  await expect(rowAt(page, 0)).toContainText(String(goals[1]?.fields['Name']), bySync)
  await expect(row).toContainText(name)
  expect((await row.boundingBox())?.y).toBe(before?.y)

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(isOpen)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(isOpen)
  await page.keyboard.press('ArrowDown')
  await expect(rowAt(page, 4)).toContainText(name)
})
