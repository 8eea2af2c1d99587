import { expect, test } from 'vitest'
import { createKeyFilter } from './without-key.ts'

const key = 'ab/C-12.x"9'
const withoutKey = createKeyFilter(key)

test('a text without the key stays the same', () => {
  const text = '{"message":"abC-12.x9 is not ab-C-12"}'
  expect(withoutKey(text)).toBe(text)
})

test.each([
  ['as it is', key],
  ['in capitals', key.toUpperCase()],
  ['as JSON writes it', JSON.stringify(key).slice(1, -1)],
  ['with escaped slashes', String.raw`ab\/C-12.x\"9`],
  [
    'as character codes',
    Array.from(key, (each) => String.raw`\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['as character codes in capitals', String.raw`ab\u002FC\u002D12.x\u00229`],
])('the key is taken out %s, everywhere', (_how, written) => {
  const text = `{"a":"${written}","b":"before ${written} after"}`
  expect(withoutKey(text)).toBe('{"a":"[access key withheld]","b":"before [access key withheld] after"}')
})
