import type { Locator, Page } from '@playwright/test'
import { openList } from '../fixtures/goal-list.ts'
import { listGoals, type ListedGoal } from '../fixtures/listed-goals.ts'
import type { Fault } from '../fixtures/programs.ts'
import { expect, test } from '../fixtures/test.ts'

// A write whose outcome is unknown counts as not applied when the tenant has been silent for somewhat longer than this.
test.use({ setup: { tenant: 'sandbox', environment: { GAINSIGHT_TIMEOUT_SECONDS: '3' } } })

/** A goal with links of both kinds whose company has something more to link; each journey takes another one. */
async function goalAt(page: Page, place: number): Promise<ListedGoal> {
  await openList(page)
  const withBoth = ['CTACount', 'SPCount'].map((field) => ({ field, op: 'GTE', value: [1] }))
  const goals = await listGoals(page, { filter: { and: withBoth } })
  let found = -1
  for (const goal of goals) {
    const { items } = (await (
      await page.request.get(`/api/linkables?companyId=${String(goal.fields['CompanyId'])}&search=`)
    ).json()) as { items: { gsid: string }[] }
    const linked = new Set([...goal.CTA, ...goal.SP])
    if (items.filter(({ gsid }) => !linked.has(gsid)).length >= 2) found += 1
    if (found === place) return goal
  }
  throw new Error('No such goal.')
}

async function openEditor(
  page: Page,
  { gsid }: ListedGoal,
): Promise<{ linked: Locator; available: Locator; foot: Locator }> {
  await page.goto(`/goals/${gsid}?tab=links`)
  await page.getByRole('button', { name: 'Edit links' }).click()
  const editor = page.getByRole('complementary', { name: 'Links of the goal' })
  const available = editor.getByRole('region', { name: /^Available at/ })
  await expect(available.getByRole('button', { name: /^Link / }).nth(1)).toBeVisible()
  return {
    linked: editor.getByRole('region', { name: 'Linked' }),
    available,
    foot: editor.getByRole('contentinfo').or(editor.locator('footer')),
  }
}

const linksOf = ({ links }: { links: { CTA: string[]; SP: string[] } }) => [...links.CTA, ...links.SP].toSorted()

test('links are staged by keyboard, shown as a difference, and applied in one call', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const goal = await goalAt(page, 0)
  const { linked, available, foot } = await openEditor(page, goal)
  const before = goal.CTA.length + goal.SP.length
  await expect(linked.getByRole('listitem')).toHaveCount(before)
  await checkAccessibility()

  const link = available.getByRole('button', { name: /^Link / })
  await link.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(link.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await expect(foot).toContainText('1 to link · 1 call')
  await page.keyboard.press('ArrowLeft')
  await expect(linked.getByRole('button', { name: /^(Unlink|Take back) / }).first()).toBeFocused()
  const unlink = linked.getByRole('button', { name: /^Unlink / }).first()
  await unlink.focus()
  await page.keyboard.press('Space')
  await expect(foot).toContainText('1 to link, 1 to unlink · 1 call')
  await expect(linked.getByRole('listitem')).toHaveCount(before + 1)
  await checkAccessibility()

  const { updates } = await programs.calls()
  await foot.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(foot).toContainText('Applied.')
  await expect(linked.getByRole('listitem')).toHaveCount(before)
  expect((await programs.calls()).updates).toBe(updates + 1)
  expect(linksOf(await programs.record(goal.gsid))).not.toEqual([...goal.CTA, ...goal.SP].toSorted())
})

test('dragging links and unlinks, and Discard takes it all back', async ({ page, programs }) => {
  const goal = await goalAt(page, 1)
  const { linked, available, foot } = await openEditor(page, goal)
  const count = goal.CTA.length + goal.SP.length

  await drag(page, available.getByRole('listitem').first(), linked)
  await expect(foot).toContainText('1 to link')
  await drag(
    page,
    linked
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Unlink / }) })
      .first(),
    available,
  )
  await expect(foot).toContainText('1 to link, 1 to unlink')

  await foot.getByRole('button', { name: 'Discard' }).click()
  await expect(foot).toContainText('Nothing is staged.')
  await expect(linked.getByRole('listitem')).toHaveCount(count)
  expect(linksOf(await programs.record(goal.gsid))).toEqual([...goal.CTA, ...goal.SP].toSorted())
})

test('what can be linked is narrowed, shows what is closed, and reaches other companies', async ({ page }) => {
  const { available } = await openEditor(page, await goalAt(page, 2))
  const items = available.getByRole('listitem')
  const shown = await items.count()
  const closed = available.getByRole('checkbox', { name: /^Closed ones too/ })
  if (await closed.isVisible()) {
    await closed.check()
    await expect.poll(() => items.count()).toBeGreaterThan(shown)
    await closed.uncheck()
    await expect(items).toHaveCount(shown)
  }
  await available.getByRole('combobox', { name: 'Filter by type' }).selectOption('Success plan')
  await expect(items.filter({ hasNotText: 'Success plan' })).toHaveCount(0)
  await available.getByRole('combobox', { name: 'Filter by type' }).selectOption('')
  await available.getByRole('textbox', { name: 'Search by name' }).fill('there is nothing of this name')
  await expect(available).toContainText('Nothing matches these filters.')

  const wide = page.getByRole('region', { name: 'Available at all companies' })
  await page.getByRole('checkbox', { name: 'All companies' }).check()
  await wide.getByRole('textbox', { name: 'Search by name' }).fill('plan')
  await expect(wide.getByRole('listitem').first()).toBeVisible()
})

const failures: { name: string; fault: Fault; isApplied: boolean }[] = [
  {
    name: 'refused',
    fault: {
      kind: 'refuse',
      route: 'updateGoal',
      error: 'INVALID_STATUS_NAME',
      message: 'Invalid StatusName provided in request',
      times: 1,
    },
    isApplied: false,
  },
  {
    name: 'the connection is lost before it is applied',
    fault: { kind: 'drop-before-apply', route: 'updateGoal', times: 1 },
    isApplied: false,
  },
  {
    name: 'the connection is lost after it is applied',
    fault: { kind: 'drop-after-apply', route: 'updateGoal', times: 1 },
    isApplied: true,
  },
  { name: 'the reply is cut short', fault: { kind: 'cut-reply', route: 'updateGoal', times: 1 }, isApplied: true },
]

for (const [index, { name, fault, isApplied }] of failures.entries()) {
  test(`${name}: the goal is read before anything is shown as undone`, async ({ page, programs }) => {
    const goal = await goalAt(page, 3 + index)
    const { linked, available, foot } = await openEditor(page, goal)
    const before = goal.CTA.length + goal.SP.length
    await available
      .getByRole('button', { name: /^Link / })
      .first()
      .click()
    await programs.faults(fault)
    await foot.getByRole('button', { name: 'Apply 1 change' }).click()
    // Finding out what became of it takes the server some reads.
    await expect(foot).toContainText(/Applied\.|Read again from Gainsight/, { timeout: 30_000 })
    await programs.faults()

    const links = linksOf(await programs.record(goal.gsid))
    expect(links).toHaveLength(isApplied ? before + 1 : before)
    await expect(linked.getByRole('button', { name: /^Take back / })).toHaveCount(isApplied ? 0 : 1)
    await expect(linked.getByRole('button', { name: /^Unlink / })).toHaveCount(links.length)
    if (!isApplied) {
      await expect(foot).toContainText('1 to link')
      await foot.getByRole('button', { name: 'Apply 1 change' }).click()
      await expect(foot).toContainText('Applied.')
      expect(linksOf(await programs.record(goal.gsid))).toHaveLength(before + 1)
    }
  })
}

test('leaving with something staged asks first', async ({ page }) => {
  const { available, foot } = await openEditor(page, await goalAt(page, 8))
  await available
    .getByRole('button', { name: /^Link / })
    .first()
    .click()
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
  })
  await page.getByRole('button', { name: 'Back to the goal' }).click()
  await expect(foot).toContainText('1 to link')
  await page.getByRole('button', { name: 'Back to the goal' }).click()
  await expect(page.getByRole('complementary', { name: 'Goal', exact: true })).toBeVisible()
  expect(asked).toHaveLength(2)
})

test('on a phone both sides stand under each other, with the foot in reach', async ({ page, checkAccessibility }) => {
  const goal = await goalAt(page, 9)
  await page.setViewportSize({ width: 390, height: 844 })
  const { available, foot } = await openEditor(page, goal)
  await available
    .getByRole('button', { name: /^Link / })
    .first()
    .click()
  await expect(foot.getByRole('button', { name: 'Apply 1 change' })).toBeInViewport()
  await checkAccessibility()
  await foot.getByRole('button', { name: 'Discard' }).click()
})

/** By hand: the sensor wants to see the pointer move away before it takes hold. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('Nothing to drag.')
  await page.mouse.move(start.x + 60, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 80, start.y + start.height / 2 + 4, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 300), { steps: 8 })
  await page.mouse.up()
}
