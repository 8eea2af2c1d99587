import fc from 'fast-check'
import { operatorsOf, type FieldType, type FilterField } from './field.ts'
import { goldenFields, goldenLinked, type GoldenGoal } from './golden-goals.ts'
import { linkedField, linkedFields } from './linked-fields.ts'
import { valueCountOf } from './operator.ts'
import type { Condition, FilterTree, FilterValue, KeptFilter } from './tree.ts'

/** Made-up goals and checked filters for property tests, over the golden fields. Few values, so that they meet often. */

const characters = [
  'a',
  'A',
  'b',
  'é',
  'É',
  'e',
  'ß',
  's',
  'S',
  'Σ',
  'ς',
  'σ',
  'İ',
  'i',
  'ü',
  '%',
  '_',
  '\\',
  "'",
  '"',
  ' ',
  '1',
  '<',
  '&',
  '😀',
]
const word = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 4 })
const label = fc.constantFrom(
  'Cost',
  'cost',
  'Growth',
  'Élan',
  'A "b"',
  'x\\y',
  'on track',
  'at risk',
  'achieved',
  'overdue',
  'week',
)
const day = fc.constantFrom(
  '2027-12-31',
  '2028-02-27',
  '2028-02-28',
  '2028-02-29',
  '2028-03-01',
  '2028-03-06',
  '2028-04-01',
)
const relativeDay = fc.constantFrom('TODAY', 'TODAY-1', 'TODAY+7', 'START_OF_MONTH', 'END_OF_QUARTER')
const instant = fc.constantFrom(
  -1,
  0,
  Date.UTC(2028, 1, 28) - 1,
  Date.UTC(2028, 1, 28),
  Date.UTC(2028, 1, 28, 12),
  Date.UTC(2028, 1, 29),
)
const number = fc.constantFrom(-5, -0.1, 0, 0.1, 1, 2, 10, 99.5, 1e-7, 1e21)
const html = fc.constantFrom(
  '<p>A &amp; b</p>',
  '<p>é<b>É</b></p>',
  '<p><br></p>',
  'a < b',
  '<ul><li>1</li><li>a</li></ul>',
  '<script>a</script>b',
)
const id = fc.constantFrom('HARBORLINE', 'CTA1', 'CTA2', 'CTA3', 'cta1')
const plan = fc.constantFrom('SP1', 'SP2')

type Kind<Stored> = { stored: fc.Arbitrary<Stored>; wanted: fc.Arbitrary<FilterValue> }
const same = <T extends FilterValue>(values: fc.Arbitrary<T>): Kind<T> => ({ stored: values, wanted: values })

const kinds: Record<FieldType, Kind<FilterValue | string[]>> = {
  text: same(word),
  html: { stored: html, wanted: word },
  picklist: same(label),
  multipicklist: { stored: fc.uniqueArray(label, { maxLength: 3 }), wanted: label },
  gsid: same(id),
  ids: { stored: fc.uniqueArray(id, { maxLength: 3 }), wanted: fc.oneof(id, plan) },
  number: same(number),
  boolean: same(fc.boolean()),
  date: { stored: day, wanted: fc.oneof(day, relativeDay) },
  datetime: { stored: instant, wanted: fc.oneof(day, relativeDay, instant) },
}

const meaning = fc.constantFrom('planned', 'on track', 'at risk', 'achieved', 'dropped')
const isStored = ({ name, type }: FilterField) => type !== 'ids' && !workedOut.has(name)
const workedOut = new Set([
  'Gsid',
  'Open',
  'Overdue',
  'DueBucket',
  'CreatedAge',
  'CTACount',
  'SPCount',
  ...linkedFields.map(({ name }) => name),
])

const storedFields = goldenFields
  .filter(isStored)
  .map(({ name, type }): [string, fc.Arbitrary<GoldenGoal['fields'][string]>] => [
    name,
    fc.option(name === 'StatusMeaning' ? meaning : kinds[type].stored),
  ])

/** Goals with any of the golden fields, each empty now and then. */
export const goalsArbitrary: fc.Arbitrary<GoldenGoal[]> = fc
  .array(
    fc.record({
      fields: fc.record(Object.fromEntries(storedFields)),
      CTA: fc.uniqueArray(id, { maxLength: 3 }),
      SP: fc.uniqueArray(plan, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((goals) =>
    goals.map((goal, index) => ({
      ...goal,
      gsid: `G${index}`,
      fields: { ...goal.fields, ...goldenLinked(goal), Gsid: `G${index}` },
    })),
  )

/** Values that the known records of golden goals have, in any case, and some that none has. */
const linkedWanted = {
  multipicklist: fc.constantFrom(
    'new',
    'Active',
    'Closed Success',
    'closed lost',
    'Risk',
    'ÉLAN',
    'ben',
    'mira ö',
    'x',
  ),
  gsid: fc.constantFrom('USER1', 'USER2', 'user1', 'SP1', 'SP2', 'HARBORLINE', 'cta1'),
  picklist: fc.constantFrom('all', 'Some', 'none', 'l'),
}

function wantedOf(field: string, type: FieldType): fc.Arbitrary<FilterValue> {
  if (!linkedField(field)) return kinds[type].wanted
  return type === 'multipicklist' || type === 'gsid' || type === 'picklist' ? linkedWanted[type] : fc.constant('x')
}

const conditionArbitrary: fc.Arbitrary<Condition> = fc
  .constantFrom(...goldenFields)
  .chain(({ name, type }) => fc.tuple(fc.constant(name), fc.constant(type), fc.constantFrom(...operatorsOf[type])))
  .chain(([field, type, op]) => {
    const [minLength, maxLength] = { none: [0, 0], one: [1, 1], two: [2, 2], some: [1, 3] }[valueCountOf[op]] as [
      number,
      number,
    ]
    return fc
      .array(wantedOf(field, type), { minLength, maxLength })
      .map((value) => ({ field, op, value: value as FilterValue[] }))
  })

/** Filters that a goal can be held against; the ends of a BTW come in either order. */
export const filterArbitrary: fc.Arbitrary<FilterTree> = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    conditionArbitrary,
    fc.record({ and: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree

/** Filters of which parts are switched off, and nothing that is switched off already is so once more. */
export const keptFilterArbitrary: fc.Arbitrary<KeptFilter> = fc.letrec<{ tree: KeptFilter; plain: KeptFilter }>(
  (tie) => ({
    tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('plain'), fc.record({ off: tie('plain') })),
    plain: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      conditionArbitrary,
      fc.record({ and: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  }),
).tree
