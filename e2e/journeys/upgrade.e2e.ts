import { openList } from '../fixtures/goal-list.ts'
import { expect, test } from '../fixtures/test.ts'

test('a page that is older than the server says so when a part of it is gone, and loads again', async ({ page }) => {
  await openList(page, '/goals?sort=Name')
  // An upgrade takes the parts away that this page would ask for.
  await page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByText('What you typed into the form of a goal is kept.')).toBeVisible()
  await page.unroute(/\/assets\/.*\.js$/)
  await page.getByRole('button', { name: 'Load it again' }).click()
  await openList(page, '/goals?sort=Name')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('dialog', { name: /Share/ })).toBeVisible()
})
