import { countOf, grid } from '../fixtures/goal-list.ts'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

test('a company has its goals at an address of its own, with what is known of it', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/goals')
  const goals = await listGoals(page)
  const [goal] = goals
  const companyId = String(goal?.fields['CompanyId'])
  const ofCompany = goals.filter(({ fields }) => fields['CompanyId'] === companyId)
  await grid(page).getByRole('link').first().waitFor()

  await page.goto(`/companies/${companyId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(goal?.fields['CompanyName']))
  await expect(countOf(page)).toHaveText(ofCompany.length === 1 ? '1 goal' : `${ofCompany.length} goals`)
  await checkAccessibility()

  await grid(page).getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`/companies/${companyId}/goals/1CG0`))
  const panel = page.getByRole('complementary', { name: 'Goal', exact: true })
  await expect(panel.getByRole('heading', { level: 1 })).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(new RegExp(`/companies/${companyId}$`))
})

test('a company and a goal that there are not say so, and lead back', async ({ page, checkAccessibility }) => {
  const places = {
    [`/companies/${'1P02'.padEnd(36, 'X')}`]: 'Gainsight has no company of this Gsid',
    [`/goals/${'1CG0'.padEnd(36, 'X')}`]: 'Gainsight has no goal 1CG0XXX',
    '/nowhere': 'There is nothing at this address',
  }
  for (const [address, words] of Object.entries(places)) {
    await page.goto(address)
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.getByRole('link', { name: /goals/i }).first()).toBeVisible()
    await checkAccessibility()
  }
})
