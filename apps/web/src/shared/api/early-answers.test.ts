import { afterEach, expect, test } from 'vitest'
import { takeEarly } from './early-answers.ts'

const path = '/api/fields'
const asked = () => {
  globalThis.earlyAnswers = new Map([[path, Promise.resolve(new Response('{}'))]])
}
afterEach(() => {
  globalThis.earlyAnswers = undefined
})

test('what was asked early is given once', async () => {
  asked()
  expect((await takeEarly(path, 'GET', 500))?.ok).toBe(true)
  expect(takeEarly(path, 'GET', 500)).toBeNull()
})

test('what lay about for long, what changes something, and what nobody asked for goes its usual way', () => {
  asked()
  expect(takeEarly('/api/statuses', 'GET', 500)).toBeNull()
  expect(takeEarly(path, 'PUT', 500)).toBeNull()
  expect(takeEarly(path, 'GET', 10_001)).toBeNull()
  expect(takeEarly(path, 'GET', 500)).toBeNull()
})

test('a page without early requests asks for everything itself', () => {
  expect(takeEarly(path, 'GET', 500)).toBeNull()
})
