import type { Page } from '@playwright/test'
import { listGoals, type ListedGoal } from '../fixtures/listed-goals.ts'
import type { Programs } from '../fixtures/programs.ts'
import { expect, test } from '../fixtures/test.ts'

// Programs of its own: what a write check has found out stays.
test.use({ setup: { tenant: 'sandbox', environment: { SANDBOX_GOALS: '100' } } })

const emptied = 'This tenant does not let this field be emptied: give it another value.'

/** A goal with a due date and a description, on a tenant of which a write check has found out how it empties fields. */
async function checkedGoal(page: Page, programs: Programs, clearing: string): Promise<ListedGoal> {
  await programs.sandbox('switches', { clearing })
  await page.goto('/goals')
  const filled = ['DueDate', 'Description'].map((field) => ({ field, op: 'IS_NOT_NULL' }))
  const [goal] = await listGoals(page, { filter: { and: filled } })
  if (!goal) throw new Error('There is no such goal.')
  const checked = await page.request.post('/api/connection/write-check', {
    headers: { 'x-requested-with': 'goalkeeper', origin: new URL(page.url()).origin },
    data: { gsid: goal.gsid },
  })
  expect(checked.ok()).toBe(true)
  return goal
}

test('an emptied field is sent as the tenant takes it, and shown so beforehand', async ({ page, programs }) => {
  const { gsid } = await checkedGoal(page, programs, 'empty')
  await page.goto(`/goals/${gsid}?tab=edit`)
  const form = page.getByRole('form', { name: 'Edit goal' })
  await form.getByRole('textbox', { name: 'Due date' }).fill('')
  await form.getByRole('button', { name: 'As API request' }).click()
  const dialog = page.getByRole('dialog', { name: 'This change as an API request' })
  await expect(dialog.getByLabel('JSON')).toContainText('"DueDate": ""')
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(form).toHaveCount(0)
  expect((await programs.record(gsid)).record['DueDate']).toBeNull()
})

test('a field that cannot be emptied says so, and nothing is sent', async ({ page, programs, checkAccessibility }) => {
  const { gsid } = await checkedGoal(page, programs, 'refused')
  const { updates } = await programs.calls()
  await page.goto(`/goals/${gsid}?tab=edit`)
  const form = page.getByRole('form', { name: 'Edit goal' })
  await form.getByRole('textbox', { name: 'Due date' }).fill('')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(form.getByText(emptied)).toBeVisible()
  await checkAccessibility()
  await form.getByRole('button', { name: 'Discard' }).click()

  const panel = page.getByRole('complementary', { name: 'Goal', exact: true })
  await panel.getByRole('button', { name: /^Change due date/ }).click()
  const box = page.getByRole('textbox', { name: 'Due date' })
  await box.fill('')
  await expect(page.getByText(emptied)).toBeVisible()
  await box.press('Enter')
  await expect(box).toBeFocused()
  await box.press('Escape')
  expect((await programs.calls()).updates).toBe(updates)
})
