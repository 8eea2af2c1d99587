import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, fitInDescription, fitInName, isNear, mostSearchWords, searchWords } from './search-match.ts'

describe('spelled nearly alike', () => {
  test.each([
    ['onbording', 'onboarding'],
    ['onboardign', 'onboarding'],
    ['onbordign', 'onboarding'],
    ['renewl', 'renewal'],
    ['raed', 'read'],
    ['gaols', 'goals'],
    ['noboard', 'onboard'],
    ['harbrolin', 'harborline'],
  ])('%s is meant for %s', (typed, word) => {
    expect(isNear(typed, word)).toBe(true)
  })

  test.each([
    ['cot', 'cost', 'three letters'],
    ['cost', 'post', 'another first letter'],
    ['2026', '2027', 'numbers'],
    ['plans', 'planning', 'three slips'],
    ['gaosl', 'goals', 'two slips in a short word'],
    ['goals', 'goals', 'the same word'],
  ])('%s is not meant for %s: %s', (typed, word) => {
    expect(isNear(typed, word)).toBe(false)
  })

  test('one slip in a word of four letters or more is always forgiven, behind its first letter', () => {
    const letters = fc.stringMatching(/^[a-z]{4,20}$/)
    fc.assert(
      fc.property(letters, fc.nat(), fc.stringMatching(/^[a-z]?$/), (word, place, letter) => {
        const at = 1 + (place % (word.length - 1))
        const slipped = word.slice(0, at) + letter + word.slice(at + 1)
        fc.pre(slipped !== word && slipped.length >= 4)
        expect(isNear(slipped, word)).toBe(true)
      }),
    )
  })
})

test('names are searched for parts of words and misspelled ones, descriptions for beginnings', () => {
  const fits = (fit: typeof fitInName, word: string, asked: string[]) => asked.map((each) => fit(each, word))
  expect(fits(fitInName, 'kickoff', ['kickoff', 'k', 'koff', 'kikoff', 'off', 'x'])).toEqual([
    'is',
    'begins',
    'inside',
    'near',
    null,
    null,
  ])
  expect(fits(fitInDescription, 'kickoff', ['kickoff', 'kick', 'kic', 'koff', 'kikoff'])).toEqual([
    'is',
    'begins',
    null,
    null,
    null,
  ])
  expect(fitInDescription('of', 'of')).toBe('is')
})

test('marks what was found, as it is written', () => {
  const text = 'Straßen-Élan für re-onboarding'
  const marked = (asked: string) =>
    findWords(text, searchWords(asked), fitInName).marks.map((mark) => text.slice(...mark))
  expect(marked('STRASS')).toEqual(['Straß'])
  expect(marked('elan')).toEqual(['Élan'])
  expect(marked('board onb')).toEqual(['board'])
  expect(marked('onbaording fur')).toEqual(['für', 'onboarding'])
})

test('the longest of several finds in a word is marked', () => {
  expect(findWords('onboarding', ['on', 'onboard'], fitInName)).toEqual({
    marks: [[0, 7]],
    found: new Set(['on', 'onboard']),
  })
})

test('marks lie in the text, in order, and do not overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, asked) => {
      let last = 0
      for (const [start, end] of findWords(text, searchWords(`${asked} ${text.slice(0, 5)}`), fitInName).marks) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a search has few words, each once', () => {
  expect(searchWords('Élan elan ELAN')).toEqual(['elan'])
  expect(searchWords('a b c d e f g h i j')).toHaveLength(mostSearchWords)
  expect(searchWords(' "%_" ')).toEqual([])
})
