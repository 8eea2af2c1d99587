import { type Settings, usualPacing } from '@goalkeeper/contract/connection'
import { expect, test } from 'vitest'
import { changesOfMeanings, changesOfSettings } from './setting-words.ts'
import type { StatusMeaning } from './status-meanings.ts'

const settings: Settings = {
  addressPattern: null,
  correlationField: null,
  typedFields: [],
  companyAttributes: ['Arr', 'Stage'],
  pacing: usualPacing,
}
const night = { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' }
const changes = (after: Partial<Settings>, before: Partial<Settings> = {}) =>
  changesOfSettings({ ...settings, ...before }, { ...settings, ...after }, 60)

test('each setting is told with what it was and what it is', () => {
  expect(
    changes({
      addressPattern: 'https://acme.example/{gsid}',
      typedFields: [{ name: 'region__gc', label: 'Region', dataType: 'PICKLIST' }],
      companyAttributes: ['Stage', 'Csm__gr.Name'],
      pacing: { share: 40, reserve: 20, scripts: 30, quietHours: night },
    }),
  ).toEqual([
    'Changed the address of goals in Gainsight from nothing to https://acme.example/{gsid}.',
    'Changed the fields typed in: added region__gc (Region, PICKLIST).',
    'Changed the attributes of companies: added Csm__gr.Name; took out Arr.',
    'Changed the share of calls from 60 % as configured to 40 %.',
    'Changed the reserve for people from 15 % to 20 %.',
    'Changed what scripts may use from 50 % to 30 %.',
    'Changed the quiet hours from nothing to 22:00 to 06:00 Europe/Berlin.',
  ])
})

test('what stays is not told, an order is, and a long text is cut', () => {
  expect(changes({})).toEqual([])
  expect(changes({ companyAttributes: ['Stage', 'Arr'] })).toEqual([
    'Changed the order of the attributes of companies.',
  ])
  const [words = ''] = changes({ addressPattern: `https://acme.example/${'x'.repeat(500)}` })
  expect(words.length).toBeLessThan(200)
})

const status = (name: string, meaning: StatusMeaning['meaning'], order = 0): StatusMeaning => {
  return { id: `id of ${name}`, name, meaning, order, color: null }
}

test('meanings are told one by one', () => {
  const before = [status('New', 'planned'), status('Late', 'on track'), status('Old', 'dropped')]
  const after = [status('New', 'planned'), status('Late', 'at risk'), status('Paused', 'planned')]
  expect(changesOfMeanings(before, after)).toEqual([
    'Changed what the status Late means from on track to at risk.',
    'Changed what the status Paused means from nothing to planned.',
    'Took out the status Old, which meant dropped.',
  ])
})

test('order and colours are told where they are all that changed', () => {
  const before = [status('New', 'planned', 0), status('Late', 'at risk', 1)]
  expect(changesOfMeanings(before, [status('New', 'planned', 3), status('Late', 'at risk', 4)])).toEqual([])
  expect(changesOfMeanings(before, [status('New', 'planned', 1), status('Late', 'at risk', 0)])).toEqual([
    'Changed the order or the colours of the statuses.',
  ])
})
