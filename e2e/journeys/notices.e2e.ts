import { countOf, grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_TIMEOUT_SECONDS: '2' } } })

test('a silent tenant gets one band: rows stay and can be read', async ({ page, programs, checkAccessibility }) => {
  await page.clock.install()
  await openList(page)
  await programs.faults({ kind: 'drop-before-apply' })
  await page.clock.fastForward('03:00')
  const band = page.getByText(/Last answer .* ago\. You can read; saving waits until it returns\./)
  await expect(band).toBeVisible()
  await expect(rowAt(page, 10)).toBeVisible()
  await checkAccessibility()

  await page.getByRole('textbox', { name: 'Search the list' }).fill('plan')
  await expect(countOf(page)).not.toHaveText('400 goals')
  await rowAt(page, 0).getByRole('link').click()
  await expect(page.getByRole('complementary', { name: 'Goal' }).getByRole('heading', { level: 1 })).toBeVisible()
  await programs.faults()
})

test('the tenant’s page of errors does not empty the list', async ({ page, programs }) => {
  await openList(page)
  await programs.faults({ kind: 'html' })
  await page.reload()
  await expect(grid(page).getByRole('row').nth(10)).toBeVisible()
  await programs.faults()
})
