import type { Locator, Page } from '@playwright/test'
import { listGoals, type ListedGoal } from '../fixtures/listed-goals.ts'
import type { Programs } from '../fixtures/programs.ts'
import { expect, test } from '../fixtures/test.ts'

// A write whose outcome is unknown counts as not applied when the tenant has been silent for somewhat longer than this.
test.use({ setup: { tenant: 'sandbox', environment: { GAINSIGHT_TIMEOUT_SECONDS: '3' } } })

const open = { field: 'Open', op: 'EQ', value: [true] }

async function someGoal(page: Page, at: number): Promise<ListedGoal> {
  await page.goto('/goals')
  const goal = (await listGoals(page, { filter: open }))[at]
  if (!goal) throw new Error('There are no more open goals.')
  return goal
}

/** A field of the goal as the tenant holds it. */
async function atTenant(programs: Programs, { gsid }: ListedGoal, field: string): Promise<unknown> {
  const record = (await programs.sandbox(`records/${gsid}`)) as Record<string, unknown>
  return (record['record'] as Record<string, unknown> | undefined)?.[field] ?? record[field]
}

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Goal', exact: true })

async function openForm(page: Page, { gsid }: ListedGoal): Promise<Locator> {
  await page.goto(`/goals/${gsid}?tab=edit`)
  const form = page.getByRole('form', { name: 'Edit goal' })
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeVisible()
  return form
}

test.afterEach(({ programs }) => programs.sandbox('faults', { faults: [] }))

test('a due date is typed in words in its own box, and the tenant has it', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const goal = await someGoal(page, 0)
  await page.goto(`/goals/${goal.gsid}`)
  const due = panelOf(page).getByRole('button', { name: /^Change due date/ })
  const before = await due.boundingBox()
  await due.click()
  await page.getByRole('textbox', { name: 'Due date' }).fill('24 dec 2031')
  await expect(page.getByText('Wednesday 24 Dec 2031')).toBeVisible()
  await checkAccessibility()
  await page.keyboard.press('Enter')
  await expect(due).toContainText('24 Dec 2031')
  expect((await due.boundingBox())?.y).toBe(before?.y)
  await expect.poll(() => atTenant(programs, goal, 'DueDate')).toBe('2031-12-24')
})

test('a number key picks a status, Escape leaves everything as it was', async ({ page }) => {
  const goal = await someGoal(page, 1)
  await page.goto(`/goals/${goal.gsid}`)
  const status = panelOf(page).getByRole('button', { name: /^Change status/ })
  await status.click()
  await page.getByRole('combobox', { name: 'Status' }).press('Escape')
  await expect(status).toContainText(String(goal.fields['StatusName']))
  await expect(status).toBeFocused()
  await status.press('Enter')
  const fifth = await page.getByRole('option').nth(4).textContent()
  await page.getByRole('combobox', { name: 'Status' }).press('5')
  await expect(status).toContainText((fifth ?? '').replace(/^\d/, ''))
})

test('a refused edit shows why, beside its box, and waits for Retry or Discard', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const goal = await someGoal(page, 2)
  await page.goto(`/goals/${goal.gsid}`)
  const name = panelOf(page).getByRole('button', { name: /^Change name/ })
  await programs.sandbox('faults', {
    faults: [
      {
        kind: 'refuse',
        error: 'INVALID_STATUS_NAME',
        message: 'Invalid StatusName provided in request',
        route: 'updateGoal',
        times: 1,
      },
    ],
  })
  await name.click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Another name')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible()
  await expect(name).toContainText('Another name')
  await checkAccessibility()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect.poll(() => atTenant(programs, goal, 'Name')).toBe('Another name')
  await expect(page.getByRole('button', { name: 'Not saved: see why' })).toHaveCount(0)
})

test('the form sends only what changed', async ({ page, programs, checkAccessibility }) => {
  const goal = await someGoal(page, 3)
  const form = await openForm(page, goal)
  await checkAccessibility()
  await form.getByRole('textbox', { name: 'Target value' }).fill('1,234.5')
  await form.getByRole('textbox', { name: 'Kickoff date' }).fill('31 mar 2031')
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/update'))
  await form.getByRole('button', { name: 'Save 2 changes' }).click()
  expect((await sent).postDataJSON()).toEqual({
    requests: [{ record: { Gsid: goal.gsid, Target_Value__gc: 1234.5, Kickoff_Date__gc: '2031-03-31' } }],
  })
  await expect(panelOf(page).getByText('1,234.50')).toBeVisible()
  expect(await atTenant(programs, goal, 'Kickoff_Date__gc')).toBe('2031-03-31')
})

test('what cannot be read is said at its field, and nothing is sent', async ({ page }) => {
  const form = await openForm(page, await someGoal(page, 4))
  await form.getByRole('textbox', { name: 'Due date' }).fill('31 feb')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(form.getByText('Not a day: try 31 mar, +30 or fri.')).toBeVisible()
})

test('unsaved input survives a reload and warns before leaving', async ({ page }) => {
  const goal = await someGoal(page, 5)
  const form = await openForm(page, goal)
  await form.getByRole('textbox', { name: 'Name' }).fill('Typed and not saved')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Typed and not saved')
  await expect(page.getByText(/This is what you typed/)).toBeVisible()
  await page.getByRole('link', { name: 'Connection' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(question).toHaveCount(0)
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(panelOf(page).getByRole('heading', { level: 1 })).toContainText(String(goal.fields['Name']))
})

test('a goal that changed elsewhere shows both versions and lets a person choose', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  const goal = await someGoal(page, 6)
  const form = await openForm(page, goal)
  await form.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await form.getByRole('textbox', { name: 'Outcome metric' }).fill('Hours')
  await programs.sandbox(`records/${goal.gsid}`, { record: { Name: 'Theirs entirely' } })
  await form.getByRole('button', { name: 'Save 2 changes' }).click()
  const choice = form.getByRole('group', { name: 'Name was changed elsewhere' })
  await expect(choice.getByRole('button', { name: /^Theirs.*Theirs entirely$/ })).toBeVisible()
  await checkAccessibility()
  await choice.getByRole('button', { name: 'Yours: Mine' }).click()
  await form.getByRole('button', { name: 'Save 2 changes' }).click()
  await expect.poll(() => atTenant(programs, goal, 'Name')).toBe('Mine')
  expect(await atTenant(programs, goal, 'Outcome_Metric__gc')).toBe('Hours')
})

test('an unknown outcome is told as such until it is settled', async ({ page, programs }) => {
  const goal = await someGoal(page, 7)
  const form = await openForm(page, goal)
  await programs.sandbox('faults', {
    faults: [
      { kind: 'drop-after-apply', route: 'updateGoal', times: 1 },
      { kind: 'latency', ms: 2000, route: 'fetchGoals' },
    ],
  })
  await form.getByRole('textbox', { name: 'Name' }).fill('Applied, but nobody heard')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(form.getByText(/nobody can say yet/)).toBeVisible()
  await expect(panelOf(page).getByRole('heading', { level: 1 })).toContainText('Applied, but nobody heard', {
    timeout: 30_000,
  })
})

test('a text that the editor would damage is shown as it is and edited as HTML', async ({ page, programs }) => {
  await page.goto('/goals')
  const goals = await listGoals(page, { select: ['Name', 'Description'] })
  const table = goals.find(({ fields }) => String(fields['Description']).includes('<table>'))
  if (!table) throw new Error('No description with a table.')
  const form = await openForm(page, table)
  const group = form.getByRole('group', { name: 'Description' })
  await group.getByRole('button', { name: 'Edit as HTML' }).click()
  await expect(group.getByRole('textbox', { name: 'Description as HTML' })).toHaveValue(
    String(table.fields['Description']),
  )
  await group
    .getByRole('textbox', { name: 'Description as HTML' })
    .fill('<table><tbody><tr><td>New</td></tr></tbody></table>')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect
    .poll(() => atTenant(programs, table, 'Description'))
    .toBe('<table><tbody><tr><td>New</td></tr></tbody></table>')
})
