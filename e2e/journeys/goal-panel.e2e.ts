import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test('a goal opens beside the list, its neighbours follow by key, and Escape gives the list back', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/goals')
  await listGoals(page)
  const names = page.getByRole('grid', { name: 'Goals' }).getByRole('link')
  const [first, second] = [await names.nth(0).textContent(), await names.nth(1).textContent()]
  await names.nth(0).click()
  await expect(page.getByRole('heading', { level: 1, name: first ?? '' })).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page).toHaveURL(/tab=history/)
  await checkAccessibility()
  await page.getByRole('tab', { name: 'Goal' }).click()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: second ?? '' })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Copy link' }).focus()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/goals(\?|$)/)

  // The name is a link, and a click on it leaves the keys with the grid.
  await names.nth(0).click()
  await expect(page.getByRole('heading', { level: 1, name: first ?? '' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: second ?? '' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/goals(\?|$)/)
})

test('descriptions of unknown hands run nothing, load nothing and cover nothing', async ({ page }) => {
  await page.goto('/goals')
  const goals = await listGoals(page, { select: ['Name', 'Description'] })
  const hostile = goals.filter(({ fields }) =>
    /<script|onerror|javascript:|<iframe|<form|<meta|<style|onclick|onload/i.test(String(fields['Description'])),
  )
  expect(hostile.length).toBeGreaterThan(0)
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin)) asked.push(request.url())
  })
  for (const { gsid } of hostile) {
    await page.goto(`/goals/${gsid}`)
    const panel = page.getByRole('complementary', { name: 'Goal' })
    await expect(panel.getByRole('tabpanel')).toBeVisible()
    await expect(
      panel.getByRole('tabpanel').locator('script, style, iframe, object, embed, form, input, meta, base, img'),
    ).toHaveCount(0)
    await expect(panel.locator('a[href^="javascript" i], a[href^="data" i]')).toHaveCount(0)
    expect(await page.evaluate('"__hostile" in globalThis')).toBe(false)
  }
  expect(asked).toEqual([])
})

test('pictures of other servers are loaded on a click, and not before', async ({ page }) => {
  await page.goto('/goals')
  const [goal] = await listGoals(page)
  const record = { Gsid: goal?.gsid, Description: '<p>Before</p><img src="https://pictures.example.invalid/1.svg">' }
  await page.request.put('/gainsight/v1/csgoal/external/update', {
    headers: { 'x-requested-with': 'goalkeeper', origin: new URL(page.url()).origin },
    data: { requests: [{ record }] },
  })
  const asked: { url: string; referer: string | undefined }[] = []
  await page.route('https://pictures.example.invalid/**', async (route) => {
    asked.push({ url: route.request().url(), referer: (await route.request().allHeaders())['referer'] })
    await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  })
  await page.goto(`/goals/${goal?.gsid}`)
  const load = page.getByRole('button', { name: 'Load the picture from other servers' })
  await expect(load).toBeVisible()
  expect(asked).toEqual([])
  await load.click()
  await expect.poll(() => asked).toEqual([{ url: 'https://pictures.example.invalid/1.svg', referer: undefined }])
  await expect(load).toHaveCount(0)
})
