import type { Locator, Page } from '@playwright/test'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

// A write whose outcome is unknown counts as not applied when the tenant has been silent for somewhat longer than this.
test.use({ setup: { tenant: 'sandbox', environment: { GAINSIGHT_TIMEOUT_SECONDS: '3' } } })

async function chooseCompany(page: Page, form: Locator, words: string): Promise<string> {
  await form.getByRole('textbox', { name: 'Company' }).fill(words)
  const option = page.getByRole('option').filter({ hasText: words }).first()
  await option.click()
  await expect(form.getByRole('textbox', { name: 'Company' })).toHaveValue(new RegExp(words))
  return words
}

async function openForm(page: Page): Promise<Locator> {
  await page.goto('/goals')
  await listGoals(page)
  await page.getByRole('button', { name: 'New goal' }).click()
  const form = page.getByRole('form', { name: 'New goal' })
  await expect(form.getByText('A goal cannot be deleted from here')).toBeVisible()
  return form
}

const ofRelationship = { field: 'EntityType', op: 'EQ', value: ['RELATIONSHIP'] }
const created = (page: Page) => page.waitForRequest((request) => request.url().endsWith('/create'))

test.afterEach(async ({ programs }) => {
  await programs.sandbox('faults', { faults: [] })
  await programs.sandbox('switches', { parents: 'id' })
})

test('a goal is created for a company and opens', async ({ page, checkAccessibility }) => {
  const form = await openForm(page)
  await checkAccessibility()
  await expect(form.getByRole('button', { name: 'Create 1 goal' })).toBeDisabled()
  await chooseCompany(page, form, 'Onyx')
  await form.getByRole('textbox', { name: 'Name' }).fill('Halve the time to first value')
  await form.getByRole('textbox', { name: 'Due date' }).fill('+30')
  const request = created(page)
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  const [{ record }] = ((await request).postDataJSON() as { requests: [{ record: Record<string, unknown> }] }).requests
  expect(record).toMatchObject({ Name: 'Halve the time to first value', EntityType: 'COMPANY', StatusName: 'New' })
  expect(record['CompanyId']).toMatch(/^1P02/)
  await expect(page.getByRole('heading', { level: 1, name: /Halve the time to first value/ })).toBeVisible()
  await expect(page).toHaveURL(/\/goals\/1CG0/)
})

test('a goal of a relationship takes its template, its type and its first links in the same call', async ({
  page,
  programs,
}) => {
  await page.goto('/goals')
  const goals = await listGoals(page, {
    filter: { and: [ofRelationship, { field: 'CTACount', op: 'GTE', value: [1] }] },
  })
  const { fields } = goals[0] ?? { fields: {} as Record<string, unknown> }
  const form = await openForm(page)
  await form.getByRole('radiogroup', { name: 'A goal of a' }).getByText('Relationship').click()
  await form.getByRole('textbox', { name: 'Company' }).fill(String(fields['CompanyName']))
  await page
    .getByRole('option')
    .filter({ hasText: String(fields['CompanyName']) })
    .first()
    .click()
  await form.getByRole('textbox', { name: 'Relationship', exact: true }).click()
  await page.getByRole('option').first().click()
  await form.getByRole('textbox', { name: 'Name' }).fill('Started from a template')
  await form
    .getByRole('combobox', { name: 'Template' })
    .or(form.getByRole('textbox', { name: 'Template' }))
    .click()
  await page.getByRole('option').first().click()
  await form
    .getByRole('combobox', { name: 'Relationship type' })
    .or(form.getByRole('textbox', { name: 'Relationship type' }))
    .click()
  await page.getByRole('option').first().click()
  await form
    .getByRole('combobox', { name: 'Link CTAs' })
    .or(form.getByRole('textbox', { name: 'Link CTAs' }))
    .click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  const before = await programs.calls()
  const request = created(page)
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  await expect(page).toHaveURL(/\/goals\/1CG0/)
  const sent = (await request).postDataJSON() as { requests: [{ record: Record<string, unknown> }] }
  expect(sent.requests[0].record).toMatchObject({ EntityType: 'RELATIONSHIP' })
  const gsid = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { record, links } = await programs.record(gsid)
  expect(record).toMatchObject({ Name: 'Started from a template', CompanyId: fields['CompanyId'] })
  for (const name of ['RelationshipId', 'RelationshipTypeId', 'TemplateId']) expect(record[name]).toMatch(/^1/)
  expect(links.CTA).toHaveLength(1)
  expect(await programs.calls()).toMatchObject({ updates: before.updates })
})

test('a company page presets its company', async ({ page }) => {
  await page.goto('/goals')
  const [goal] = await listGoals(page)
  await page.goto(`/companies/${String(goal?.fields['CompanyId'])}`)
  await page.getByRole('button', { name: 'New goal' }).click()
  await expect(page.getByRole('form', { name: 'New goal' }).getByRole('textbox', { name: 'Company' })).toHaveValue(
    String(goal?.fields['CompanyName']),
  )
})

test('what is typed survives a reload', async ({ page }) => {
  const form = await openForm(page)
  await form.getByRole('textbox', { name: 'Name' }).fill('Half a thought')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Half a thought')
})

test('a create whose outcome is unknown says so, is not sent twice, and opens when it is found', async ({
  page,
  programs,
}) => {
  const form = await openForm(page)
  await chooseCompany(page, form, 'Onyx')
  await form.getByRole('textbox', { name: 'Name' }).fill('Lost on the way')
  await programs.faults(
    { kind: 'drop-after-apply', route: 'createGoal', times: 1 },
    { kind: 'latency', ms: 2000, route: 'fetchGoals' },
  )
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  await expect(form.getByText(/nobody can say yet whether Gainsight created/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /Lost on the way/ })).toBeVisible({ timeout: 40_000 })
})

test('a refusal of the tenant lands in the form, and nothing typed is lost', async ({ page, programs }) => {
  const form = await openForm(page)
  await chooseCompany(page, form, 'Onyx')
  await form.getByRole('textbox', { name: 'Name' }).fill('Refused at first')
  await programs.sandbox('faults', {
    faults: [
      {
        kind: 'refuse',
        error: 'INVALID_STATUS_NAME',
        message: 'Invalid StatusName provided in request',
        route: 'createGoal',
        times: 1,
      },
    ],
  })
  await form.getByRole('button', { name: 'Create 1 goal' }).click()
  await expect(form.getByText(/StatusName|status/i).last()).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Refused at first')
  await expect(form.getByRole('button', { name: 'Create 1 goal' })).toBeEnabled()
})
