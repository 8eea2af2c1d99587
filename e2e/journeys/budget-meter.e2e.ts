import { openList } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

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
