import { usualPacing } from '@goalkeeper/contract/connection'
import { expect, test } from 'vitest'
import { pacingForm, pacingFormOf, pacingOf, type PacingForm } from './pacing-form.ts'
import { pacingWords, quietWords } from './pacing-words.ts'

const usual = pacingFormOf(usualPacing, 'Europe/Berlin')
const limits = { minute: { tenantLimit: 100 }, day: { tenantLimit: 50_000 }, usualShare: 60 }
const faults = (form: Partial<PacingForm>) =>
  pacingForm.safeParse({ ...usual, ...form }).error?.issues.map(({ path }) => path.join('.'))

test('what the server has comes back unchanged, and quiet hours are offered where the person is', () => {
  const quietHours = { from: '01:00', to: '02:30', timeZone: 'Asia/Kolkata' }
  for (const pacing of [usualPacing, { share: 40, reserve: 0, scripts: 100, quietHours }]) {
    expect(pacingOf(pacingForm.parse(pacingFormOf(pacing, 'UTC')))).toEqual(pacing)
  }
  expect(pacingOf({ ...usual, isQuiet: true }).quietHours).toEqual({
    from: '22:00',
    to: '06:00',
    timeZone: 'Europe/Berlin',
  })
})

test('what cannot be is named at its field', () => {
  expect(faults({ share: '101', reserve: '46', scripts: '0' })).toEqual(['share', 'reserve', 'scripts'])
  expect(faults({ share: '1.5' })).toEqual(['share'])
  expect(faults({ isQuiet: true, from: '', to: '25:00', timeZone: 'Nowhere' })).toEqual(['from', 'to', 'timeZone'])
  expect(faults({ isQuiet: true, from: '22:00', to: '22:00' })).toEqual(['to'])
  // Hours that are off are not asked about.
  expect(faults({ isQuiet: false, from: '', to: '' })).toBeUndefined()
})

test('numbers are told in calls at the present limits', () => {
  expect(pacingWords(usual, limits)).toEqual({
    share: '60 % of 100: 60 calls a minute, 30,000 a day.',
    reserve:
      'Changes of many goals stop at 51 of 60 calls a minute, scripts at 46, the sync at 42. What is left is for people alone. Long runs of changes are spread evenly over the whole share: a call comes free for people every 1 s.',
    scripts: 'All scripts together: 30 calls a minute.',
  })
  // The reserve holds for scripts, too.
  expect(pacingWords({ ...usual, scripts: '100' }, limits).scripts).toBe('All scripts together: 46 calls a minute.')
  expect(pacingWords({ ...usual, share: '1', reserve: '0' }, limits)).toEqual({
    share: '1 % of 100: 1 call a minute, 500 a day.',
    reserve: 'Nothing is kept free: everybody may use up the share.',
    scripts: 'All scripts together: 1 call a minute.',
  })
  expect(pacingWords({ ...usual, share: 'x' }, limits)).toEqual({ share: '', reserve: '', scripts: '' })
})

test('quiet hours are told by their length, over midnight too', () => {
  expect(quietWords({ from: '22:00', to: '06:30' })).toMatch(
    /^For 8 h 30 min a day lists show what was read before 22:00/,
  )
  expect(quietWords({ from: '12:00', to: '12:45' })).toMatch(/^For 45 min a day/)
  expect(quietWords({ from: '12:00', to: '12:00' })).toBe('')
  expect(quietWords({ from: '', to: '12:00' })).toBe('')
})
