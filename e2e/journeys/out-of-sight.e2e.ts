import type { Locator, Page } from '@playwright/test'
import { listGoals } from '../fixtures/listed-goals.ts'
import type { Programs } from '../fixtures/programs.ts'
import { expect, test } from '../fixtures/test.ts'

const slowly = (route: string) => ({ kind: 'latency', ms: 1500, route })
const refusal = (route: string) => ({
  kind: 'refuse',
  error: 'INVALID_STATUS_NAME',
  message: 'Invalid StatusName provided in request',
  route,
  times: 1,
})

async function fillNewGoal(page: Page, name: string): Promise<Locator> {
  await page.goto('/goals/new')
  await listGoals(page)
  const form = page.getByRole('form', { name: 'New goal' })
  await form.getByRole('textbox', { name: 'Company' }).fill('Onyx')
  await page.getByRole('option').filter({ hasText: 'Onyx' }).first().click()
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  return form
}

async function createAndLeave(page: Page, programs: Programs, name: string, ...faults: { kind: string }[]) {
  const form = await fillNewGoal(page, name)
  await programs.faults(slowly('createGoal'), ...faults)
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  await form.getByRole('button', { name: 'Close' }).click()
  await expect(form).toHaveCount(0)
}

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

test.afterEach(({ programs }) => programs.faults())

test('a create of unknown outcome is still told as such after a reload, until it is found', async ({
  page,
  programs,
}) => {
  const form = await fillNewGoal(page, 'Lost before the reload')
  await programs.faults(
    { kind: 'drop-after-apply', route: 'createGoal', times: 1 },
    { kind: 'latency', ms: 4000, route: 'fetchGoals' },
  )
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  const words = form.getByText(/nobody can say yet whether Gainsight created/)
  await expect(words).toBeVisible()
  await page.reload()
  await expect(words).toBeVisible()
  await expect(form.getByRole('button', { name: 'Create 1 goal' })).toBeDisabled()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Lost before the reload')
  await expect(page.getByRole('heading', { level: 1, name: /Lost before the reload/ })).toBeVisible({ timeout: 60_000 })
  await page.goto('/goals/new')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('')
})

test('a goal that is created after its form was left is told, with the way to it', async ({ page, programs }) => {
  await createAndLeave(page, programs, 'Made behind your back')
  await expect(notices(page).getByText('“Made behind your back” was created.')).toBeVisible()
  await notices(page).getByRole('button', { name: 'Open the goal' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Made behind your back/ })).toBeVisible()
  await expect(notices(page).getByRole('status')).toHaveCount(0)
})

test('a create that is refused after its form was left leads back to what was typed', async ({
  page,
  programs,
  checkAccessibility,
}) => {
  await createAndLeave(page, programs, 'Refused unseen', refusal('createGoal'))
  await expect(notices(page).getByRole('alert')).toContainText('“Refused unseen” was not created.')
  await checkAccessibility()
  await notices(page).getByRole('button', { name: 'Back to the form' }).click()
  const form = page.getByRole('form', { name: 'New goal' })
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Refused unseen')
  await expect(form.getByText('Gainsight does not have this status.')).toBeVisible()
  await expect(form.getByRole('button', { name: 'Create 1 goal' })).toBeEnabled()
})

test('an edit that is refused after its form was left leads back to what was typed', async ({ page, programs }) => {
  await page.goto('/goals')
  const [goal] = await listGoals(page)
  await page.goto(`/goals/${goal?.gsid}?tab=edit`)
  const form = page.getByRole('form', { name: 'Edit goal' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Typed, sent, left')
  await programs.faults(slowly('updateGoal'), refusal('updateGoal'))
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await form.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Connection' }).click()
  await expect(notices(page).getByRole('alert')).toContainText(
    `“${String(goal?.fields['Name'])}” was not saved. Gainsight`,
  )
  await notices(page).getByRole('button', { name: 'Back to the form' }).click()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Typed, sent, left')
  await form.getByRole('button', { name: 'Save 1 change' }).click()
  await expect.poll(async () => (await programs.record(String(goal?.gsid))).record['Name']).toBe('Typed, sent, left')
})
