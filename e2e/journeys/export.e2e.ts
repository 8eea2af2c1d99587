import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { countOf, grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

const phone = { width: 390, height: 844 }

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export goals' })

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}
async function exported(page: Page, dialog: Locator, deed: RegExp): Promise<Download> {
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: deed }).click()
  return coming
}
const bytesOf = async (download: Download) => readFile(await download.path())

/** Names of the rows on screen, from the top. */
const namesOn = (page: Page) =>
  grid(page)
    .getByRole('row')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.textContent))

test('what a filtered and sorted list shows is in the file: all of it, in its order and with its columns', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page, '/goals?q=plan&sort=DueDate:desc&columns=StatusName,Name,DueDate,Links')
  const size = Number(/\d+/.exec((await countOf(page).textContent()) ?? '')?.[0])
  expect(size).toBeGreaterThan(5)
  const names = await namesOn(page)

  const dialog = await openExport(page)
  await checkAccessibility()
  await dialog.getByRole('radio', { name: 'CSV' }).check()
  const download = await exported(page, dialog, new RegExp(`^Export ${size} goals$`))
  expect(download.suggestedFilename()).toMatch(new RegExp(`^goals-20\\d\\d-\\d\\d-\\d\\d-${size}\\.csv$`))
  await expect(dialog.getByRole('status')).toHaveText(`Saved ${size} goals as ${download.suggestedFilename()}.`)

  const text = (await bytesOf(download)).toString('utf8')
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  expect(head.replace(/^\uFEFF/, '')).toMatch(
    /^Gsid,Version,Status,Name,Due date,CTAs,Success plans,"?About this file: \d+ goals; .*plan.*; data as of 20/,
  )
  expect(lines).toHaveLength(size)
  expect(lines.slice(0, names.length).map((line, at) => line.includes(names[at] ?? 'no name'))).not.toContain(false)
})

test('only what is selected, as a workbook, which an import takes back', async ({ page, programs }) => {
  await openList(page)
  for (const place of [0, 1]) await rowAt(page, place).getByRole('checkbox').check()
  const dialog = await openExport(page)
  await expect(dialog.getByRole('radio', { name: 'Only the 2 selected' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'All columns' }).check()
  const download = await exported(page, dialog, /^Export 2 goals$/)
  expect(download.suggestedFilename()).toMatch(/-2\.xlsx$/)
  const reply = await page.request.post('/api/imports?name=goals.xlsx', {
    headers: { 'x-requested-with': 'goalkeeper', origin: programs.url, 'content-type': 'application/octet-stream' },
    data: await bytesOf(download),
  })
  expect(await reply.json()).toMatchObject({
    sheets: ['Goals'],
    counts: { unchanged: 2, update: 0, create: 0, invalid: 0 },
  })
  await dialog.getByRole('radio', { name: /^All \d+ goals of the list$/ }).check()
  await expect(dialog.getByRole('button', { name: /^Export 400 goals$/ })).toBeEnabled()
})

test('a long export says how far it is and can be given up, and one that fails says why', async ({ page, context }) => {
  await openList(page)
  let downloads = 0
  page.on('download', () => (downloads += 1))
  const dialog = await openExport(page)
  await dialog.getByRole('radio', { name: 'CSV' }).check()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const slow = { offline: false, latency: 0, downloadThroughput: 16 * 1024, uploadThroughput: -1 }
  await network.send('Network.emulateNetworkConditions', slow)

  await dialog.getByRole('button', { name: 'Export 400 goals' }).click()
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^[1-9]\d* of 400 goals$/)
  // Escape is no word to give it up.
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)

  await network.send('Network.emulateNetworkConditions', { ...slow, offline: true })
  await dialog.getByRole('button', { name: 'Export 400 goals' }).click()
  await expect(dialog.getByRole('alert')).toContainText('does not answer')
  await network.send('Network.emulateNetworkConditions', { ...slow, downloadThroughput: -1 })
  expect(downloads).toBe(0)
  const download = await exported(page, dialog, /^Export 400 goals$/)
  expect(download.suggestedFilename()).toMatch(/-400\.csv$/)
})

test.describe('with a finger on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('a list is exported', async ({ page, checkAccessibility }) => {
    await openList(page, '/goals?q=plan')
    await page.getByRole('button', { name: 'Export', exact: true }).tap()
    const dialog = dialogOf(page)
    const button = dialog.getByRole('button', { name: /^Export \d+ goals$/ })
    await expect(button).toBeInViewport()
    await checkAccessibility()
    const coming = page.waitForEvent('download')
    await button.tap()
    expect((await bytesOf(await coming)).subarray(0, 2).toString()).toBe('PK')
  })
})
