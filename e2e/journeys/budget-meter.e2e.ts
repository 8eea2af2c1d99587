import { openList } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

// Programs of its own: what a refusal does to the pace of calls is not for other journeys to wait for.
test.use({ setup: { tenant: 'sandbox', environment: { SANDBOX_GOALS: '50' } } })

test('the meter tells share, the last minute and the day, and stops everything', async ({
  page,
  checkAccessibility,
}) => {
  await openList(page)
  await page.getByRole('button', { name: /^\d+ calls free now$/ }).click()
  const details = page.getByRole('dialog', { name: 'Call budget' })
  await expect(details).toContainText('Our share: 6,000 of 6,000 a minute.')
  await expect(details).toContainText(/Today: \d+ of 50,000/)
  await checkAccessibility()

  await details.getByRole('button', { name: 'Stop all calls' }).click()
  await expect(page.getByText('All calls to the tenant are stopped.')).toBeVisible()
  await details.getByRole('button', { name: 'Let calls go again' }).click()
  await expect(page.getByText('All calls to the tenant are stopped.')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
})

test('refusals of the tenant are told, with the pace that follows from them', async ({ page, programs }) => {
  await openList(page)
  const [href] = await page
    .getByRole('grid', { name: 'Goals' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  await page.goto(String(href))
  await programs.faults({ kind: 'throttle', times: 1 })
  await page.getByRole('button', { name: 'Read again from Gainsight' }).click()
  await page.getByRole('button', { name: /^\d+ calls free now$/ }).click()
  await expect(page.getByRole('dialog', { name: 'Call budget' })).toContainText(
    /Someone else is using the key: 1 refusal since/,
  )
  await programs.faults()
})
