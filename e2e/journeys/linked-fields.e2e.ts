import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const count = (page: Page) => page.getByText(/^[\d,]+ goals?$/).first()
const filterIn = (page: Page): unknown => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? 'null')
const listOf = (filter: unknown) => `/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`
const chips = (page: Page) => page.getByRole('list', { name: 'Filter' }).getByRole('listitem')

test('goals are found by what their plans and CTAs are, typed or chosen, with counts', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/goals')
  // The first journey of a worker may come before the end of the first sync.
  await expect(count(page)).toHaveText('400 goals', { timeout: 40_000 })
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  await sheet.getByRole('button', { name: 'Text' }).click()
  await sheet.getByRole('textbox', { name: 'Filter as text' }).click()
  await page.keyboard.type('plan.status:')
  // What plans are is read behind the goals.
  await expect(sheet.getByRole('option', { name: /^Active \d+$/ })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.type('Act')
  await expect(sheet.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('Plan status includes Active', { exact: true })).toBeVisible()
  await expect(count(page)).not.toHaveText('400 goals')
  await page.keyboard.type('-cta.closed:all')
  const isActive = { field: 'SP.Status', op: 'INCLUDES', value: ['Active'] }
  await expect
    .poll(() => filterIn(page))
    .toEqual({ and: [isActive, { not: { field: 'CTA.Closed', op: 'EQ', value: ['all'] } }] })
  await page.keyboard.press('Escape')
  await sheet.getByRole('button', { name: 'Text' }).click()
  await expect(sheet.getByRole('button', { name: 'Field: Plan status' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Values of CTAs closed: all' }).press('Enter')
  const closed = page.getByRole('listbox', { name: 'Values of CTAs closed', exact: true })
  await expect(closed.getByRole('option', { name: /^some/ })).toContainText(/\d/)
  await checkAccessibility()
})

test('of which goals nobody can tell whether they match is said, and they can be looked at', async ({ page }) => {
  await page.goto(listOf({ field: 'CTA.Status', op: 'EXCLUDES', value: ['New'] }))
  // CTAs that were deleted in Gainsight stay unknown however long one waits.
  await expect(page.getByText(/^Whether [\d,]+ goals? match/)).toBeVisible({ timeout: 40_000 })
  await page.getByRole('button', { name: 'Show goals with such links' }).click()
  await expect
    .poll(() => filterIn(page))
    .toEqual({
      or: [
        { field: 'CTA.Unresolved', op: 'IS_NOT_NULL' },
        { field: 'SP.Unresolved', op: 'IS_NOT_NULL' },
      ],
    })
  await expect(page.getByText(/^Whether /)).toBeHidden()
})

test('a condition is switched off without being deleted, and on again, wherever the filter is', async ({
  page,
  checkAccessibility,
}) => {
  const isNew = { field: 'StatusName', op: 'EQ', value: ['New'] }
  const hasCta = { field: 'CTA', op: 'IS_NOT_NULL' }
  const both = { and: [isNew, hasCta] }
  await page.goto(listOf(hasCta))
  await expect(count(page)).toBeVisible({ timeout: 40_000 })
  const withCta = (await count(page).textContent()) ?? ''

  await page.goto(listOf(both))
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  const isOn = sheet.getByRole('switch', { name: 'The condition on Status is on' })
  await expect(isOn).toHaveAttribute('aria-checked', 'true')
  await expect(count(page)).not.toHaveText(withCta)
  await isOn.press('Space')
  await expect(isOn).toHaveAttribute('aria-checked', 'false')
  await expect(isOn).toBeFocused()
  await expect.poll(() => filterIn(page)).toEqual({ and: [{ off: isNew }, hasCta] })
  await expect(count(page)).toHaveText(withCta)
  await expect(sheet.getByText('some CTAs (1 switched off)')).toBeVisible()
  await checkAccessibility()

  // One key does the same, and a reload and the text keep it.
  await sheet.getByRole('button', { name: 'Field: CTAs' }).press('ControlOrMeta+.')
  await expect.poll(() => filterIn(page)).toEqual({ and: [{ off: isNew }, { off: hasCta }] })
  await page.goBack()
  await expect(count(page)).toHaveText(withCta)
  await page.reload()
  await expect(count(page)).toHaveText(withCta)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await sheet.getByRole('button', { name: 'Text' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Filter as text' })).toHaveValue('off(status:New) has:cta')
  await page.getByRole('button', { name: 'Close the filter' }).click()

  await expect(chips(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'off: switch on Status is New' }).click()
  await expect.poll(() => filterIn(page)).toEqual(both)
  await page.goBack()
  await expect(count(page)).toHaveText(withCta)
})

test('groups nest five deep and no deeper, are duplicated, and taken apart', async ({ page }) => {
  const isNew = { field: 'StatusName', op: 'EQ', value: ['New'] }
  const hasCta = { field: 'CTA', op: 'IS_NOT_NULL' }
  const noneOf = (...members: unknown[]) => ({ not: { or: members } })
  const inside = (levels: number): unknown => (levels === 0 ? isNew : noneOf(hasCta, inside(levels - 1)))
  await page.goto(listOf(inside(5)))
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  await expect(sheet.getByLabel('What has to hold in this group')).toHaveCount(5)
  await sheet.getByRole('button', { name: 'Field: Status' }).press('ControlOrMeta+g')
  await expect(sheet.getByText('Groups can be nested at most 5 levels deep.')).toBeVisible()
  await expect.poll(() => filterIn(page)).toEqual(inside(5))

  await sheet.getByRole('button', { name: 'More for this group' }).last().click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(sheet.getByLabel('What has to hold in this group')).toHaveCount(6)
  await sheet.getByRole('button', { name: 'More for this group' }).last().click()
  await page.getByRole('menuitem', { name: 'Take the group apart' }).click()
  await expect(sheet.getByLabel('What has to hold in this group')).toHaveCount(5)
  await expect(sheet.getByRole('button', { name: /^Field: / }).last()).toBeVisible()
})
