import { expect, test } from 'vitest'
import { createNews, seenInWrite } from './learn.ts'

// The samples of customer-goals-api.txt, shortened.
test('learns a status and a person from the reply to a create', () => {
  const request = { requests: [{ record: { Name: 'create_test1', StatusName: 'New' } }] }
  const data = {
    goal: { StatusId: '1I005IUOFEZ24SJ62ZZHOLW1BP2Z1M8O4IIN', StatusId__gr: { Name: 'New' } },
    userInfo: { '1P01413KLLPNNVG56OM8VLWE6CVV66QUHSES': { name: 'Ankith Vaitla', profilePicture: null } },
  }
  expect(seenInWrite({ request, data })).toEqual({
    statuses: [{ id: '1I005IUOFEZ24SJ62ZZHOLW1BP2Z1M8O4IIN', name: 'New' }],
    users: [{ id: '1P01413KLLPNNVG56OM8VLWE6CVV66QUHSES', name: 'Ankith Vaitla' }],
  })
})

test('pairs the name that an update sent with the id that it answered', () => {
  const request = { requests: [{ record: { StatusName: 'On Track' } }] }
  const data = { record: { StatusId: '1I005IUOFEZ24SJ62ZBMHBO3HEB0OV9XW41D' }, updatedGoals: null, properties: {} }
  expect(seenInWrite({ request, data }).statuses).toEqual([
    { id: '1I005IUOFEZ24SJ62ZBMHBO3HEB0OV9XW41D', name: 'On Track' },
  ])
})

test('learns nothing from an update that sent no status', () => {
  const request = { requests: [{ record: { Name: 'CG15' } }] }
  expect(seenInWrite({ request, data: { record: { StatusId: '1I00A' } } }).statuses).toEqual([])
})

test('a pair is news once, and again under another name', () => {
  const news = createNews()
  const one = { id: 'U1', name: 'Mira' }
  expect(news({ users: [one] }).users).toEqual([one])
  expect(news({ users: [one, { id: 'U1', name: 'Mira O.' }], statuses: [one] })).toMatchObject({
    users: [{ id: 'U1', name: 'Mira O.' }],
    statuses: [one],
  })
})
