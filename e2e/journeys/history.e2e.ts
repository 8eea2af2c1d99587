import type { Page } from '@playwright/test'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '1' } } })

const historyOf = (page: Page) => page.getByRole('tabpanel', { name: 'History' }).getByRole('list').first()
const previewOf = (page: Page) => page.getByRole('group', { name: 'Put back' })

async function write(page: Page, gsid: string, record: object, more: object = {}): Promise<void> {
  const response = await page.request.put('/gainsight/v1/csgoal/external/update', {
    headers: { 'x-requested-with': 'goalkeeper', origin: new URL(page.url()).origin },
    data: { requests: [{ record: { Gsid: gsid, ...record }, ...more }] },
  })
  expect(response.ok()).toBe(true)
}

async function someGoal(page: Page, at: number) {
  await page.goto('/goals')
  const filter = { and: ['DueDate', 'CTA'].map((field) => ({ field, op: 'IS_NOT_NULL' })) }
  return (await listGoals(page, { filter }))[at] ?? { gsid: '', fields: {}, CTA: [], SP: [] }
}

test('a field, a whole change and a moment are put back from the history, and what moved on is told', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const { gsid, fields, CTA } = await someGoal(page, 0)
  await write(page, gsid, { Name: 'First name', DueDate: '2031-01-01' }, { dissociation: { CTA } })
  await write(page, gsid, { Name: 'Second name' })
  await page.goto(`/goals/${gsid}?tab=history`)
  const [newest, older] = [historyOf(page).getByRole('listitem').first(), historyOf(page).getByRole('listitem').nth(1)]
  await expect(newest).toContainText('First name → Second name')
  await expect(older).toContainText('First name')

  // One field of several, by keyboard; the name has moved on since.
  await older.getByRole('button', { name: 'Put Name back' }).press('Enter')
  await expect(previewOf(page)).toContainText(`Second name → ${String(fields['Name'])}`)
  await expect(previewOf(page)).toContainText('Changed again since')
  await checkAccessibility()
  await page.keyboard.press('Escape')
  await expect(previewOf(page)).toHaveCount(0)
  await expect(older.getByRole('button', { name: 'Put Name back' })).toBeFocused()

  await newest.getByRole('button', { name: 'Put back', exact: true }).click()
  await previewOf(page).getByRole('button', { name: 'Put 1 field back' }).click()
  await expect.poll(async () => (await programs.record(gsid)).record['Name']).toBe('First name')
  await expect(newest).toContainText('Second name → First name')

  const first = historyOf(page).getByRole('listitem').nth(2)
  await first.getByRole('button', { name: 'Put all 3 back' }).click()
  const deed = `Put 2 fields and ${CTA.length} link${CTA.length === 1 ? '' : 's'} back`
  await previewOf(page).getByRole('button', { name: deed }).click()
  await expect
    .poll(async () => {
      const { record, links } = await programs.record(gsid)
      return { name: record['Name'], due: record['DueDate'], CTA: links.CTA.toSorted() }
    })
    .toEqual({ name: fields['Name'], due: fields['DueDate'], CTA: CTA.toSorted() })

  const beginning = historyOf(page).getByRole('listitem').nth(3)
  await beginning.getByRole('button', { name: 'Back to here' }).click()
  await previewOf(page).getByRole('button', { name: deed }).click()
  await expect.poll(async () => (await programs.record(gsid)).record['DueDate']).toBe('2031-01-01')
})

test('a change that was made in Gainsight is put back from Activity by way of the history', async ({
  page,
  programs,
}) => {
  const { gsid, fields } = await someGoal(page, 1)
  await programs.sandbox(`records/${gsid}`, { record: { Name: 'Renamed in Gainsight' } })
  await page.goto(`/activity?goal=${gsid}`)
  const entry = page.getByRole('region', { name: 'What happened' }).getByRole('listitem').first()
  await expect(async () => {
    await page.reload()
    await expect(entry).toContainText('as Gainsight states', { timeout: 2_000 })
  }).toPass()
  await entry.getByRole('link').click()
  await historyOf(page).getByRole('listitem').first().getByRole('button', { name: 'Put back', exact: true }).click()
  await previewOf(page).getByRole('button', { name: 'Put 1 field back' }).click()
  await expect.poll(async () => (await programs.record(gsid)).record['Name']).toBe(fields['Name'])
  await page.getByRole('link', { name: 'Filter and export it in Activity' }).click()
  await expect(page.getByRole('button', { name: /^Only / })).toBeVisible()
  await expect(entry).toContainText('in the history')
})
