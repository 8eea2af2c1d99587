import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { branchesOf, linksOf, nothingStaged, sizeOf, stagedWords, stillToDo, toggled } from './staging.ts'

const item = (gsid: string, part: Partial<LinkedItem> = {}): LinkedItem => ({
  gsid,
  kind: 'CTA',
  found: true,
  name: gsid,
  status: null,
  closed: false,
  type: null,
  owner: null,
  dueDate: null,
  companyId: null,
  companyName: null,
  planId: null,
  goals: 1,
  ...part,
})

const plan = item('plan', { kind: 'SP' })
const objective = item('objective', { planId: 'plan' })
const risk = item('risk')

test('toggling twice stages nothing', () => {
  const once = toggled(nothingStaged, risk, false)
  expect(sizeOf(once)).toBe(1)
  expect(sizeOf(toggled(once, risk, false))).toBe(0)
})

test('an update holds only lists that are not empty', () => {
  expect(linksOf(nothingStaged)).toEqual({})
  const staged = toggled(toggled(nothingStaged, risk, false), plan, true)
  expect(linksOf(staged)).toEqual({ link: { CTA: ['risk'] }, unlink: { SP: ['plan'] } })
  expect(stagedWords(staged)).toBe('1 to link, 1 to unlink')
})

test('what has happened already is not to be done again', () => {
  const staged = toggled(toggled(nothingStaged, risk, false), plan, true)
  expect(sizeOf(stillToDo(staged, [{ gsid: 'risk' }]))).toBe(0)
  expect(sizeOf(stillToDo(staged, [{ gsid: 'plan' }]))).toBe(2)
})

test('an objective stands under its plan, and what is removed stays in place', () => {
  const staged = toggled(toggled(nothingStaged, objective, false), plan, true)
  expect(
    branchesOf([risk, plan], staged).map(({ item: { gsid }, state, isUnderPlan }) => [gsid, state, isUnderPlan]),
  ).toEqual([
    ['plan', 'to unlink', false],
    ['objective', 'to link', true],
    ['risk', 'linked', false],
  ])
})

test('an item that is linked meanwhile is shown once', () => {
  expect(branchesOf([risk], toggled(nothingStaged, risk, false))).toHaveLength(1)
})
