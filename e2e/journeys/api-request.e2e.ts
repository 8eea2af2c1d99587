import { openList } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

test('a list is shown as the tenant’s own call, with what it cannot say', async ({
  page,
  clipboard,
  checkAccessibility,
}) => {
  const filter = {
    and: [
      { field: 'StatusName', op: 'EQ', value: ['At Risk'] },
      { field: 'CTA', op: 'IS_NULL' },
    ],
  }
  await openList(page, `/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  await page.getByRole('button', { name: 'As API request' }).click()
  const dialog = page.getByRole('dialog', { name: 'These goals as an API request' })
  await expect(dialog).toContainText('POST /v1/csgoal/external/fetch')
  await expect(dialog.getByRole('listitem')).not.toHaveCount(0)
  await checkAccessibility()

  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const body = JSON.parse(await clipboard()) as { where: unknown }
  expect(body).toHaveProperty('where')

  await dialog.getByRole('button', { name: 'cURL' }).click()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const curl = await clipboard()
  expect(curl).toContain('$GAINSIGHT_ACCESS_KEY')
  expect(curl).not.toContain('sandbox-access-key')

  await page.setViewportSize({ width: 390, height: 844 })
  await checkAccessibility()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
