import type { Locator, Page } from '@playwright/test'
import { grid, openList, rowAt } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

/** A line around it, which is seen whatever colours the system gives. */
const expectOutline = (element: Locator) => expect(element).toHaveCSS('outline-style', 'solid')

/** Buttons that are told from words by their ground alone, which the system takes away. */
const withoutEdge = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('button[data-tone=filled], button[data-variant=filled]')]
    .filter((button) => getComputedStyle(button).borderTopStyle === 'none')
    .map((button) => button.textContent)`)

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }))

test('where the system gives the colours, the list shows where one is and what is chosen', async ({ page }) => {
  await openList(page)
  expect(await withoutEdge(page)).toEqual([])
  await expectOutline(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'All goals' }))
  const row = rowAt(page, 1)
  await row.getByRole('checkbox').check({ force: true })
  await expectOutline(row)
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  // Above the cells that stick, and so not an outline of the cell itself.
  const ring = () =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector('[role=grid] [data-active]'), '::after').borderTopStyle`,
    )
  await expect.poll(ring).toBe('solid')
  await page.keyboard.press('Control+k')
  await expectOutline(page.getByRole('option').first())
})

test('so do the form and its lists', async ({ page }) => {
  await openList(page)
  const [goal] = await listGoals(page)
  await page.goto(`/goals/${goal?.gsid}?tab=edit`)
  const form = page.getByRole('form')
  await expectOutline(
    form
      .locator('label')
      .filter({ hasText: /^(Not set|Yes|No)$/ })
      .and(page.locator('[data-active]'))
      .first(),
  )
  await form
    .getByRole('combobox', { name: 'Status' })
    .or(form.getByRole('textbox', { name: 'Status' }))
    .first()
    .click()
  await page.keyboard.press('ArrowDown')
  await expectOutline(page.getByRole('option').and(page.locator('[data-combobox-selected], [data-active]')).first())
  expect(await withoutEdge(page)).toEqual([])
})
