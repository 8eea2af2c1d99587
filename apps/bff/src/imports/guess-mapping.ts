import { createHash } from 'node:crypto'
import type { Field } from '@goalkeeper/contract/catalogue'
import { createOnlyFields, type ColumnTarget, dateFormats, type Mapping } from '@goalkeeper/contract/imports'
import { isGsid, kindOfGsid } from '@goalkeeper/gainsight/gsid'
import { readDate, readNumber } from './cell-values.ts'
import { keyOfTarget } from './check-mapping.ts'

type Column = { name: string; samples: string[] }

/** Equal for files of the same columns, whoever made them and whatever is in them. */
export function shapeOf(columns: readonly Pick<Column, 'name'>[]): string {
  const names = columns.map(({ name }) => name.trim().toLowerCase())
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url')
}

/** What the columns of a file most likely hold, from their names and from what stands in them. */
export function guessMapping(columns: readonly Column[], fields: readonly Field[]): Mapping {
  const taken = new Set<string>()
  const targets = columns.map((column) => {
    const target = guessTarget(column, fields)
    const key = keyOfTarget(target)
    if (target.kind === 'nothing' || taken.has(key)) return nothing
    taken.add(key)
    return target
  })
  const samplesOf = (type: Field['type']) =>
    columns.flatMap(({ samples }, at) => {
      const target = targets[at]
      const field = target?.kind === 'field' ? fields.find(({ name }) => name === target.field) : undefined
      return field?.type === type ? samples : []
    })
  return {
    columns: targets,
    constants: {},
    dates: guessDates(samplesOf('date')),
    decimal: guessDecimal(samplesOf('number')),
    empty: 'keep',
    match: targets.some(({ kind }) => kind === 'gsid') ? 'gsid' : 'name-and-parent',
    forEachCompany: null,
  }
}

const nothing: ColumnTarget = { kind: 'nothing' }
const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const parents: Record<string, Pick<ColumnTarget & { kind: 'parent' }, 'entityType'>> = {
  company: { entityType: 'COMPANY' },
  account: { entityType: 'COMPANY' },
  customer: { entityType: 'COMPANY' },
  relationship: { entityType: 'RELATIONSHIP' },
  opportunity: { entityType: 'OPPORTUNITY' },
}

/** What a column most likely holds. */
export function guessTarget({ name, samples }: Column, fields: readonly Field[]): ColumnTarget {
  const word = plain(name)
  if (['gsid', 'goalid', 'goalgsid'].includes(word)) return { kind: 'gsid' }
  if (word === 'id' && samples.some((sample) => kindOfGsid(sample) === 'goal')) return { kind: 'gsid' }
  if (['version', 'etag', 'goalversion'].includes(word)) return { kind: 'version' }
  if (['cta', 'ctas', 'ctaids', 'ctagsids'].includes(word)) return { kind: 'links', link: 'CTA' }
  if (['sp', 'successplan', 'successplans', 'successplanids'].includes(word)) return { kind: 'links', link: 'SP' }
  const parent = Object.entries(parents).find(([start]) => word.startsWith(start))
  const rest = parent && word.slice(parent[0].length)
  if (parent && ['', 'name'].includes(rest ?? '')) {
    const by = samples.length > 0 && samples.every((sample) => isGsid(sample.trim())) ? 'Gsid' : 'Name'
    return { kind: 'parent', ...parent[1], by }
  }
  if (parent && ['id', 'gsid'].includes(rest ?? '')) return { kind: 'parent', ...parent[1], by: 'Gsid' }
  if (['goal', 'goalname', 'title'].includes(word)) return { kind: 'field', field: 'Name' }
  if (['status', 'goalstatus'].includes(word)) return { kind: 'field', field: 'StatusName' }
  if (['due', 'duedate', 'duedateofgoal', 'targetdate'].includes(word)) return { kind: 'field', field: 'DueDate' }
  const only = createOnlyFields.find((field) => plain(field) === word)
  if (only !== undefined) return { kind: 'field', field: only }
  const field = fields.find((one) => one.editable && [plain(one.name), plain(one.label)].includes(word))
  return field ? { kind: 'field', field: field.name } : nothing
}

/** The first format that reads every sample. 03/04/2026 is read with the day first, unless another date shows that it cannot be. */
function guessDates(samples: readonly string[]): Mapping['dates'] {
  const given = samples.filter((sample) => sample.trim() !== '')
  const reads = (format: Mapping['dates']) => given.filter((sample) => readDate(sample, format) !== null).length
  return dateFormats.toSorted((one, other) => reads(other) - reads(one))[0] ?? 'iso'
}

function guessDecimal(samples: readonly string[]): Mapping['decimal'] {
  const reads = (decimal: Mapping['decimal']) =>
    samples.filter((sample) => readNumber(sample, decimal, false) !== null).length
  return reads(',') > reads('.') ? ',' : '.'
}
