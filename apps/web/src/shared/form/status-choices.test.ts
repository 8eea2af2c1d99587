import type { Status } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { choiceOfDigit, matchingChoices, statusChoices } from './status-choices.ts'

const status = (name: string, order: number, active = true): Status => ({
  id: name,
  name,
  meaning: null,
  order,
  color: null,
  active,
  source: 'tenant',
})
const all = [status('On Track', 2), status('New', 1), status('Old', 0, false), status('Not on plan', 3)]
const names = (statuses: Status[]) => statuses.map(({ name }) => name)

test('choices come in order, without those switched off', () => {
  expect(names(statusChoices(all))).toEqual(['New', 'On Track', 'Not on plan'])
})

test('typed words find beginnings first', () => {
  expect(names(matchingChoices(statusChoices(all), 'on'))).toEqual(['On Track', 'Not on plan'])
  expect(names(matchingChoices(statusChoices(all), ''))).toEqual(['New', 'On Track', 'Not on plan'])
  expect(matchingChoices(statusChoices(all), 'zzz')).toEqual([])
})

test('a digit picks by place, unless a name begins with it', () => {
  const choices = statusChoices(all)
  expect(choiceOfDigit(choices, '2')?.name).toBe('On Track')
  expect(choiceOfDigit(choices, '9')).toBeNull()
  expect(choiceOfDigit(choices, 'n')).toBeNull()
  expect(choiceOfDigit([...choices, status('1st review', 4)], '1')).toBeNull()
})
