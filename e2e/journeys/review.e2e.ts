import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '1' } } })

test('a filter becomes a review, which is walked by keys, together with a colleague, and sent as one change set', async ({
  page,
  browser,
  programs,
  checkAccessibility,
}) => {
  await page.goto('/goals?q=plan')
  await expect(page.getByRole('status').filter({ hasText: /^\d+ goals$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Review these goals' })
  await dialog.getByLabel('Name').fill('Plans, weekly')
  await dialog.getByRole('button', { name: 'Begin' }).click()
  const goal = page.getByRole('article').getByRole('heading', { level: 2 })
  await expect(goal).toBeVisible()
  await checkAccessibility()
  const first = await goal.innerText()

  // A status by its number; the next goal stands there at once, and the decision is named at the foot.
  const foot = page.getByRole('region', { name: 'Decide' })
  await page.keyboard.press('4')
  await expect(foot.getByRole('status')).toContainText(`${first}: On Hold`)
  // Taken back, it stands before one again.
  await page.keyboard.press('u')
  await expect(goal).toHaveText(first)
  await page.keyboard.press('n')
  await page.keyboard.type('Ask Mira')
  await page.keyboard.press('Escape')
  await foot.getByLabel('Due date (D)').fill('2031-03-31')
  await page.keyboard.press('Enter')
  await expect(foot.getByRole('status')).toContainText('due 31 Mar 2031, note')

  // A colleague who joins is given another goal.
  const mine = await goal.innerText()
  const colleague = await browser.newContext({ baseURL: programs.url })
  const theirs = await colleague.newPage()
  await theirs.goto(new URL(page.url()).pathname)
  const theirGoal = theirs.getByRole('article').getByRole('heading', { level: 2 })
  await expect(theirGoal).toBeVisible()
  expect(await theirs.getByRole('navigation', { name: 'Queue' }).locator('[aria-current]').innerText()).not.toBe(mine)
  await theirs.getByRole('button', { name: 'Keep ↵' }).click()
  await expect(theirs.getByRole('region', { name: 'Decide' }).getByRole('status')).toContainText(': Keep')
  await colleague.close()

  await page.getByRole('link', { name: 'Leave' }).click()
  await expect(page.getByRole('link', { name: 'Plans, weekly' })).toBeVisible()
  await checkAccessibility()
})

test('at the end of a review its decisions are previewed, and a note stands beside the goal the next time', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/goals?q=sales')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click()
  const goal = page.getByRole('article').getByRole('heading', { level: 2 })
  await expect(goal).toBeVisible()
  const foot = page.getByRole('region', { name: 'Decide' })
  await foot.getByLabel('Note (N)').fill('Call the sponsor')
  await foot.getByLabel('Due date (D)').fill('2031-04-30')
  await foot.getByRole('button', { name: 'Save ↵' }).click()
  const outcome = page.getByRole('region', { name: 'Outcome' })
  await expect(async () => {
    const name = (await goal.count()) > 0 ? await goal.innerText({ timeout: 1_000 }) : ''
    await page.keyboard.press('Enter')
    await expect(outcome.or(goal.filter({ hasNotText: name }))).toBeVisible({ timeout: 2_000 })
    await expect(outcome).toBeVisible({ timeout: 10 })
  }).toPass({ intervals: [50] })
  await expect(outcome).toContainText('Every goal is decided.')
  await checkAccessibility()
  const review = page.url()
  await outcome.getByRole('button', { name: 'Preview 1 change' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Decisions of the review')
  await expect(page.getByText('30 Apr 2031')).toBeVisible()

  await page.goto(review)
  await page.getByRole('button', { name: 'Review again' }).click()
  await expect(page.getByRole('complementary', { name: 'About the goal' })).toContainText('Call the sponsor')
})
