import { grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ setup: { tenant: 'sandbox', environment: { SYNC_INTERVAL_SECONDS: '86400' } } })

test('a filter by people and links that came with an address says their names, and asks the tenant for none twice', async ({
  page,
  programs,
}) => {
  await page.goto('/goals')
  const goals = await listGoals(page, { select: ['Sponsor__gc', 'CTA'] })
  const sponsor = goals.map(({ fields }) => fields['Sponsor__gc']).find((each) => typeof each === 'string')
  const cta = goals.flatMap(({ CTA }) => CTA)[0]
  const nobody = `1P01${'Z'.repeat(32)}`
  const filter = {
    and: [
      { field: 'Sponsor__gc', op: 'IN', value: [sponsor, nobody] },
      { field: 'CTA', op: 'EXCLUDES', value: [cta] },
    ],
  }
  const address = `/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`
  await openList(page, address)
  const chips = page.getByRole('list', { name: 'Filter' }).getByRole('listitem')
  await expect(chips.first()).toHaveText(new RegExp(String.raw`^Sponsor is \p{L}+ [\p{L}']+ or ${nobody}$`, 'u'))
  await expect(chips.nth(1)).toHaveText(/^CTAs does not include \p{L}/u)
  await expect(chips.nth(1)).not.toContainText(String(cta))

  let { all } = await programs.calls()
  // What follows the first sync has its end, too.
  await expect(async () => {
    const before = all
    ;({ all } = await programs.calls())
    expect(all).toBe(before)
  }).toPass({ intervals: [1_000], timeout: 30_000 })
  await openList(page, address)
  await expect(chips.first()).toContainText('Sponsor is')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const chosen = page.getByRole('button', { name: /^Values of Sponsor: / })
  await expect(chosen).toHaveText(new RegExp(String.raw`^\p{L}+ [\p{L}']+, ${nobody}$`, 'u'))
  expect((await programs.calls()).all).toBe(all)
})

test('a goal says names in place of ids, in the list, beside it, in its form and its history; cells that ask at once make one request', async ({
  page,
  programs,
}) => {
  await page.goto('/goals')
  const goals = await listGoals(page, { select: ['Name', 'Sponsor__gc'] })
  const isSponsored = { field: 'Sponsor__gc', op: 'IS_NOT_NULL' }
  const address = `/goals?columns=Name,Sponsor__gc,CompanyId&filter=${encodeURIComponent(JSON.stringify(isSponsored))}`
  const asked: { kind: string; ids: string[] }[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/names')) asked.push(request.postDataJSON() as { kind: string; ids: string[] })
  })
  await openList(page, address)
  const first = rowAt(page, 0)
  const sponsor = first.getByTitle(/^1P01[0-9A-Z]{32}$/)
  await expect(sponsor).toHaveText(/^\p{L}+ [\p{L}']+$/u)
  await expect(first.getByText(/^1P02[0-9A-Z]{32}$/)).toBeVisible()
  await expect(grid(page).getByText(/^(…|1P01)/)).toHaveCount(0)
  expect(asked.map(({ kind }) => kind)).toEqual(['user'])
  expect(asked[0]?.ids.length).toBeGreaterThan(3)

  const before = await programs.calls()
  await openList(page, address)
  await expect(sponsor).toHaveText(/^\p{L}/u)
  expect(await programs.calls()).toEqual(before)

  const sponsors = await grid(page)
    .getByTitle(/^1P01/)
    .evaluateAll((cells) => cells.map((cell) => ({ id: cell.getAttribute('title'), name: cell.textContent })))
  const now = sponsors[0]
  const next = sponsors.find(({ name }) => name !== now?.name)
  const goal = goals.find(({ fields }) => fields['Sponsor__gc'] === now?.id)
  if (!now?.id || !next || !goal) throw new Error('The list has no two sponsors.')
  await page.goto(`/goals/${goal.gsid}`)
  const panel = page.getByRole('complementary', { name: 'Goal' })
  await expect(panel.getByRole('tabpanel').getByTitle(now.id)).toHaveText(now.name)
  await expect(panel.getByRole('region', { name: 'System' })).toContainText(/Company id\s*1P02/)

  await panel.getByRole('button', { name: 'Edit all fields' }).click()
  const box = page.getByRole('form', { name: 'Edit goal' }).getByRole('textbox', { name: 'Sponsor' })
  await expect(box).toHaveValue(now.name)
  await box.fill(next.name)
  await page.getByRole('option', { name: next.name }).first().click()
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await panel.getByRole('tab', { name: 'History' }).click()
  await expect(panel.getByRole('listitem').first()).toContainText(`Sponsor${now.name} → ${next.name}`)
})
