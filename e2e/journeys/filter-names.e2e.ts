import { openList } from '../fixtures/goal-list.ts'
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
