import type { Deed } from '@goalkeeper/contract/changes'
import { expect, test } from 'vitest'
import { deedWords, fieldsOfDeeds } from './deed-words.ts'

const today = '2026-11-26'
const gsid = '1S01'.padEnd(36, '7')

test.each<[Deed, string]>([
  [{ kind: 'set', field: 'StatusName', value: 'Retired' }, 'Status: Retired'],
  [{ kind: 'set', field: 'DueDate', value: '2027-03-31' }, 'DueDate: 31 Mar 2027'],
  [{ kind: 'set', field: 'Worth__gc', value: null }, 'Worth__gc: emptied'],
  [{ kind: 'move-due', days: -7 }, 'Due date −7 days'],
  [{ kind: 'move-due', days: 1 }, 'Due date +1 day'],
  [{ kind: 'append', html: '<p>Moved by <b>Q4</b></p>' }, 'Description + “Moved by Q4”'],
  [{ kind: 'replace-in-name', find: 'FY26', replace: 'FY27', matchCase: true }, 'In names “FY26” → “FY27”'],
  [{ kind: 'link', link: 'SP', gsids: [gsid] }, 'Link 1 success plan'],
  [{ kind: 'unlink', link: 'CTA', gsids: [gsid, gsid] }, 'Unlink 2 CTAs'],
  [{ kind: 'link-plan', type: 'Adoption', status: null }, 'Link own success plan “Adoption”'],
  [{ kind: 'link-plan', type: null, status: null }, 'Link own success plan'],
  [{ kind: 'link-ctas-by-name' }, 'Link own CTAs of the same name'],
  [{ kind: 'replace-link', link: 'CTA', from: gsid, to: gsid }, 'One CTA in the place of another'],
])('%j in words', (deed, words) => {
  expect(deedWords(deed, [], today)).toBe(words)
})

test('the fields that are touched, each once', () => {
  const deeds: Deed[] = [
    { kind: 'set', field: 'DueDate', value: '2027-03-31' },
    { kind: 'move-due', days: 3 },
    { kind: 'link-ctas-by-name' },
    { kind: 'link', link: 'CTA', gsids: [gsid] },
    { kind: 'link-plan', type: null, status: null },
  ]
  expect(fieldsOfDeeds(deeds)).toEqual(['DueDate', 'CTA', 'SP'])
})
