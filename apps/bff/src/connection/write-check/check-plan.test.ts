import { describe, expect, test } from 'vitest'
import { leftInWords, leftOf, planCheck } from './check-plan.ts'
import type { GoalState } from './goal-state.ts'

const goal = (changes: Partial<GoalState> = {}): GoalState => ({
  gsid: '1CG0',
  companyId: null,
  Name: 'Cut ticket volume',
  DueDate: '2027-02-28',
  Description: '<p>Agreed</p>',
  links: { CTA: [], SP: [] },
  hasDuplicates: false,
  ...changes,
})

describe('planCheck', () => {
  test('sets the description before the due date, and the name only when nothing else has a value', () => {
    const setField = (state: GoalState) => planCheck(state, []).touches.find(({ marked }) => marked)?.field
    expect(setField(goal())).toBe('Description')
    expect(setField(goal({ Description: null }))).toBe('DueDate')
    expect(setField(goal({ Description: null, DueDate: null }))).toBe('Name')
  })

  test('moves a due date by one day of the calendar', () => {
    const [touch] = planCheck(goal({ Description: null }), []).touches
    expect(touch).toMatchObject({ field: 'DueDate', before: '2027-02-28', marked: '2027-03-01' })
  })

  test('never touches an empty field, nor the name while others will do', () => {
    expect(planCheck(goal({ DueDate: null }), []).touches.map(({ field }) => field)).toEqual(['Description'])
  })
})

describe('what is left', () => {
  const cta = { kind: 'CTA' as const, gsid: '1S01A' }
  const plan = planCheck(goal(), [cta])

  test('is nothing when the goal is as it was', () => {
    expect(leftOf(plan, goal())).toEqual({ touches: [], links: [] })
    expect(leftInWords(plan, goal())).toBe('')
  })

  test('is a field that is empty or holds our mark, and a link of ours', () => {
    const now = goal({ DueDate: null, links: { CTA: ['1S01A', '1S01Z'], SP: [] } })
    expect(leftOf(plan, now).touches.map(({ field }) => field)).toEqual(['DueDate'])
    expect(leftOf(plan, now).links).toEqual([cta])
    expect(leftInWords(plan, now)).toBe('DueDate is empty and was "2027-02-28"; CTA 1S01A is still linked')
  })

  test('is not what somebody else has written since', () => {
    expect(
      leftOf(plan, goal({ DueDate: '2028-01-01', Description: '<p>Theirs</p>', Name: 'Renamed' })).touches,
    ).toEqual([])
  })

  test('is not a description whose HTML the tenant tidied', () => {
    expect(leftOf(plan, goal({ Description: '<p >Agreed</p>\n' })).touches).toEqual([])
  })
})
