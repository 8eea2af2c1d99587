import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { listGoals } from '../fixtures/listed-goals.ts'
import { expect, test } from '../fixtures/test.ts'

// Each journey leaves goals behind as the next one finds them.
test.describe.configure({ mode: 'serial' })

type Company = { gsid: string; name: string }

const tab = (page: Page, name: RegExp): Locator =>
  page.getByRole('group', { name: 'Parts of this import' }).getByRole('button', { name })
const effect = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'This import' }).getByRole('status').first()
const rows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Rows of this import' }).locator('[role="row"][id]')
const holds = (page: Page, column: string): Locator => page.getByRole('combobox', { name: `Column “${column}” holds` })

/** Companies whose names are theirs alone and hold nothing that a file would have to protect. */
async function companiesOf(page: Page): Promise<[Company, Company]> {
  const response = await page.request.get('/api/companies?search=&limit=100')
  const { companies } = (await response.json()) as { companies: Company[] }
  const plain = companies.filter(
    ({ name }) => /^[\w ]{8,}$/.test(name) && companies.filter((other) => other.name === name).length === 1,
  )
  const [one, other] = plain
  if (!one || !other) throw new Error('There are too few companies.')
  return [one, other]
}

async function openImports(page: Page): Promise<[Company, Company]> {
  await page.goto('/imports')
  await expect(page.getByRole('heading', { name: 'Imports' })).toBeVisible()
  // Rows are checked against every goal, and so once all are known.
  await listGoals(page)
  return companiesOf(page)
}

const csv = (lines: string[][]) => Buffer.from(lines.map((line) => line.join(',')).join('\r\n'))

async function handIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('File with goals', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
}

test('a file is mapped, mended and run, and handed in again it changes nothing', async ({
  page,
  checkAccessibility,
}) => {
  const [one, other] = await openImports(page)
  await checkAccessibility()
  const file = csv([
    ['Kunde', 'Ziel', 'Status', 'Termin'],
    [one.name, 'Imported goal one', 'Nwe', '31.03.2031'],
    [one.name, 'Imported goal two', 'Nwe', '31.02.2031'],
    [`${other.name}s`, 'Imported goal three', 'On Track', '1.4.2031'],
  ])
  await handIn(page, 'plans.csv', file)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('plans.csv')
  await expect(page.getByText('No column says what the goals hang on')).toBeVisible()
  await holds(page, 'Kunde').selectOption('Company, by name')
  await holds(page, 'Ziel').selectOption('Name')
  await holds(page, 'Termin').selectOption('Due date')
  await page.getByRole('combobox', { name: 'Dates' }).selectOption('Day first: 31.03.2031, 31/3/2031')
  await checkAccessibility()
  await page.getByRole('button', { name: 'Check 3 rows' }).click()
  await expect(tab(page, /^Invalid/)).toHaveText('Invalid 3')

  await tab(page, /^Values to decide/).click()
  await checkAccessibility()
  await page.getByRole('group', { name: '“Nwe” stands for' }).getByRole('button', { name: 'New', exact: true }).click()
  await page
    .getByRole('group', { name: `“${other.name}s” stands for` })
    .getByRole('button', { name: other.name })
    .first()
    .click()
  await expect(tab(page, /^Values to decide/)).toHaveText('Values to decide 0')
  await expect(tab(page, /^New/)).toHaveText('New 2')

  // What is left is corrected where it stands; the row stays in its place and says what it comes to now.
  await tab(page, /^Invalid/).click()
  await expect(rows(page)).toHaveCount(1)
  await checkAccessibility()
  await rows(page).getByRole('gridcell', { name: '31.02.2031' }).click()
  await page.getByRole('textbox', { name: 'Termin of row 3' }).fill('28.02.2031')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toContainText(/New.*28\.02\.2031/)
  await expect(effect(page)).toHaveText('The import creates 3 goals.')
  // A row is opened by keys, and its cells can be corrected there as well.
  await page.getByRole('grid', { name: 'Rows of this import' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Row 3 of this import' })
  await checkAccessibility()
  await panel.getByRole('textbox', { name: 'Ziel' }).fill('Imported goal 2')
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Imported goal 2')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Preview 3 changes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import of “plans.csv” on 3 goals')
  await page.getByRole('button', { name: 'Run 3 changes' }).click()
  await expect(page.getByText('3 confirmed.')).toBeVisible({ timeout: 30_000 })
  const made = await listGoals(page, {
    filter: { field: 'Name', op: 'CONTAINS', value: ['Imported goal'] },
    sort: [{ field: 'Name', direction: 'asc' }],
  })
  expect(made.map(({ fields }) => [fields['Name'], fields['StatusName'], fields['DueDate']])).toEqual([
    ['Imported goal 2', 'New', '2031-02-28'],
    ['Imported goal one', 'New', '2031-03-31'],
    ['Imported goal three', 'On Track', '2031-04-01'],
  ])

  // The columns of such a file are known now.
  await page.goto('/imports')
  const mended = csv([
    ['Kunde', 'Ziel', 'Status', 'Termin'],
    [one.name, 'Imported goal one', 'New', '31.03.2031'],
    [other.name, 'Imported goal three', 'On Track', '1.4.2031'],
  ])
  await handIn(page, 'plans again.csv', mended)
  await expect(effect(page)).toHaveText('Every goal is as the file has it: there is nothing to import.')
  await expect(tab(page, /^Unchanged/)).toHaveText('Unchanged 2')
  await expect(page.getByRole('button', { name: 'Preview' })).toBeDisabled()
  await page.getByRole('button', { name: 'Throw this import away' }).click()
  await page.getByRole('button', { name: 'Throw it away' }).click()
  await expect(page).toHaveURL(/\/imports$/)
})

test('pasted cells become a goal for each company of a filter, with a value for every row', async ({ page }) => {
  const some = await openImports(page)
  await page.evaluate(`
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Name\\tDue date\\nGoal for each\\t2031-05-01\\n')
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pasted cells')
  await page.getByRole('button', { name: 'Add a value' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Field' }).click()
  await page.getByRole('listbox', { name: 'Field' }).getByRole('option', { name: 'Status', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Value' }).click()
  await page.getByRole('listbox', { name: 'Value' }).getByRole('option', { name: 'On Track', exact: true }).click()
  await dialog.getByRole('button', { name: 'Take this value' }).click()
  await expect(page.getByRole('button', { name: 'Status: On Track', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'A row is' }).selectOption('a goal for each company of a filter')
  const filter = { field: 'CompanyId', op: 'IN', value: some.map(({ gsid }) => gsid) }
  const address = page.getByRole('textbox', { name: 'Address of a list' })
  await address.fill('not an address')
  await page.getByRole('button', { name: 'Check 1 row' }).click()
  await expect(page.getByText('This is no address of a list with a filter.')).toBeVisible()
  await address.fill(`/goals?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  await page.getByRole('button', { name: 'Check 1 row' }).click()
  await expect(effect(page)).toHaveText('The import creates 2 goals.')
  await tab(page, /^New/).click()
  await expect(rows(page)).toHaveCount(2)
  for (const { name } of some) await expect(rows(page).filter({ hasText: name })).toHaveCount(1)
})

test('a file that cannot be read says why, and another can be tried at once', async ({ page }, info) => {
  await openImports(page)
  await handIn(page, 'broken.csv', Buffer.from('Name,Company\n"never closed'))
  await expect(page.getByRole('alert')).toContainText('never closed')
  // From the disk: a browser that is driven takes long for so many bytes in a message.
  const large = info.outputPath('large.csv')
  await writeFile(large, Buffer.alloc(21 * 1024 * 1024, 'x'))
  await page.getByLabel('File with goals', { exact: true }).setInputFiles(large)
  await expect(page.getByRole('alert')).toHaveText('“large.csv” has more than 20 MB: split it into several.')
  await handIn(page, 'good.csv', csv([['Name'], ['One goal']]))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('good.csv')
})

test('on a phone an import is looked through, and rows are mended in their panel', async ({
  page,
  checkAccessibility,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const [one] = await openImports(page)
  const file = csv([
    ['Company', 'Name', 'Status', 'Due date'],
    [one.name, 'Imported on a phone', 'New', 'soon'],
  ])
  await handIn(page, 'phone.csv', file)
  await checkAccessibility()
  await tab(page, /^Invalid/).click()
  await expect(rows(page)).toHaveCount(1)
  await checkAccessibility()
  await rows(page).first().click()
  const panel = page.getByRole('complementary', { name: 'Row 2 of this import' })
  await panel.getByRole('textbox', { name: 'Due date' }).fill('2031-06-01')
  await panel.getByRole('textbox', { name: 'Name' }).focus()
  await expect(panel.getByText('New', { exact: true }).first()).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'Preview 1 change' })).toBeEnabled()
})
