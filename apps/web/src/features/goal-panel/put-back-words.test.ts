import { expect, test } from 'vitest'
import { contentOf, deedWords } from './put-back-words.ts'

const item = { field: 'Name', now: 'a', value: 'b', problem: null }

test('the button names the deed and its size, without what cannot be put back', () => {
  expect(deedWords([item])).toBe('Put 1 field back')
  expect(deedWords([item, { ...item, problem: 'It is gone.' }, { ...item, field: 'DueDate' }])).toBe(
    'Put 2 fields back',
  )
  const links = { field: 'CTA', now: ['x'], value: ['y', 'z'], problem: null }
  expect(deedWords([links])).toBe('Put 3 links back')
  expect(deedWords([item, links])).toBe('Put 1 field and 3 links back')
})

test('an update becomes what an edit holds', () => {
  const [gsid, cta] = ['1CG0', '1S01'].map((key) => key.padEnd(36, '0'))
  const request = { requests: [{ record: { Gsid: gsid ?? '', DueDate: null }, dissociation: { CTA: [cta ?? ''] } }] }
  expect(contentOf(request)).toEqual({ record: { DueDate: null }, unlink: { CTA: [cta] } })
  expect(contentOf({ requests: [{ record: { Gsid: gsid ?? '' }, association: { SP: [cta ?? ''] } }] })).toEqual({
    link: { SP: [cta] },
  })
})
