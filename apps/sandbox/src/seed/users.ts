import { field, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'
import { firstNames, lastNames } from './company-words.ts'
import { createGsid, createPrefix } from './gsid.ts'
import type { Random } from './random.ts'

const fields = [
  field('Gsid', 'GSID', 'GSID', { editable: false }),
  field('Name', 'Name', 'STRING', { required: true }),
  field('FirstName', 'First Name', 'STRING'),
  field('LastName', 'Last Name', 'STRING'),
  field('Email', 'Email', 'EMAIL', { required: true }),
  field('IsActiveUser', 'Is Active User', 'BOOLEAN'),
  field('LicenseType', 'License Type', 'STRING'),
  field('Timezone', 'Timezone', 'STRING'),
  field('SystemType', 'System Type', 'STRING', { editable: false }),
  field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
  field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
]

/** CSMs and other people; the first is the owner of the access key. Some share a name, some have left. */
export function createUsers(random: Random, count: number, anchor: number): Table {
  const keyPrefix = createPrefix(random, '1P01')
  const rows = Array.from({ length: count }, (_, index): Row => {
    const first = firstNames[index % firstNames.length] ?? ''
    const last = index % 17 === 16 ? 'Osei' : random.pick(lastNames)
    const mailbox = `${first}.${last}`
      .normalize('NFD')
      .replace(/[^a-z.]/gi, '')
      .toLowerCase()
    return {
      Gsid: createGsid(random, keyPrefix),
      Name: `${first} ${last}`,
      FirstName: first,
      LastName: last,
      Email: `${mailbox}${index}@vendor.example`,
      IsActiveUser: index < 4 || !random.chance(0.08),
      LicenseType: random.weighted([
        ['Full', 7],
        ['Viewer', 2],
        ['Viewer Analytics', 1],
      ]),
      Timezone: random.pick(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney']),
      SystemType: 'External',
      CreatedDate: anchor - random.int(200, 1500) * 86_400_000,
      ModifiedDate: anchor - random.int(1, 200) * 86_400_000,
    }
  })
  return createTable({ name: 'gsuser', label: 'User', labelPlural: 'Users', keyPrefix, fields, rows })
}
