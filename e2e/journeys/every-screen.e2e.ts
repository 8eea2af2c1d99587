import type { Page } from '@playwright/test'
import { call } from '../fixtures/people.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

/** 1,280 by 1,024 pixels at 400 %. */
const zoomed = { width: 320, height: 256 }

/** Every screen, by its address, with one of each thing that a screen can show. */
async function addresses(page: Page): Promise<string[]> {
  await page.goto('/goals')
  const [goal, ...more] = await listGoals(page)
  const gsids = more.slice(0, 3).map(({ gsid }) => gsid)
  const made = async (path: string, body: unknown) => {
    const { status, json } = await call(page, 'POST', path, body)
    expect(status, path).toBe(200)
    return String(json['id'])
  }
  const change = await made('/api/changes', { goals: { gsids }, deeds: [{ kind: 'move-due', days: 7 }] })
  const review = await made('/api/reviews', { name: 'Weekly', filter: { field: 'Gsid', op: 'IN', value: gsids } })
  const company = goal?.fields['CompanyId']
  return [
    '/goals',
    '/goals?group=StatusName',
    '/goals?q=plan',
    `/goals/${goal?.gsid}`,
    `/goals/${goal?.gsid}?tab=links`,
    `/goals/${goal?.gsid}?tab=history`,
    `/goals/${goal?.gsid}?tab=edit`,
    `/goals/${goal?.gsid}?tab=edit-links`,
    '/goals/new',
    `/companies/${String(company)}`,
    '/overview',
    '/changes',
    `/changes/${change}`,
    '/reviews',
    `/reviews/${review}`,
    '/imports',
    '/activity',
    '/connection',
    '/people',
    '/sessions',
    '/tokens',
  ]
}

/** Nothing is still on its way. */
async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** Whatever reaches beyond the edge of the window, but for what scrolls by itself. */
const beyondTheEdge = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const isScrolled = (element) => {
      for (let each = element.parentElement; each; each = each.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return true
      return false
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !isScrolled(element))
      .map((element) => element.tagName + '.' + element.className)
  })()`)

test('at 400 % no screen has to be scrolled sideways, and axe finds nothing', async ({ page, checkAccessibility }) => {
  test.setTimeout(240_000)
  const all = await addresses(page)
  await page.setViewportSize(zoomed)
  for (const address of all) {
    await settled(page, address)
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width, `${address} is ${width} px wide: ${(await beyondTheEdge(page)).slice(0, 5).join(', ')}`).toBe(320)
    await test.step(address, () => checkAccessibility())
    const row = page.getByRole('grid').or(page.getByRole('treegrid')).locator('[role=row][aria-rowindex="2"]').first()
    if ((await page.locator('[role=grid], [role=treegrid]').count()) > 0 && !address.startsWith('/goals/')) {
      await row.scrollIntoViewIfNeeded()
      await expect(row, `the first row of ${address}`).toBeInViewport({ ratio: 0.9 })
    }
  }
})

test('at a usual size axe finds nothing on any screen, and every target has 24 pixels or room', async ({
  page,
  checkAccessibility,
  checkTargets,
}) => {
  test.setTimeout(240_000)
  for (const address of await addresses(page)) {
    await settled(page, address)
    await test.step(address, async () => {
      await checkAccessibility()
      await checkTargets()
    })
  }
})

test('whoever wants no motion gets none on any screen', async ({ page }) => {
  const all = await addresses(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const address of all) {
    await settled(page, address)
    const moving = await page.evaluate<number>(
      `document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().duration > 1).length`,
    )
    expect(moving, address).toBe(0)
  }
})
