import * as texts from '@goalkeeper/texts/server/imports'
import * as common from '@goalkeeper/texts/server/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Status } from '@goalkeeper/contract/catalogue'
import { createOnlyFields, type ColumnTarget, type Import, type Mapping } from '@goalkeeper/contract/imports'
import { checkFilter } from '@goalkeeper/filter/check'
import { fieldNamed } from '@goalkeeper/filter/field'
import { faultOfValue } from '#bff/changes/check-deeds.ts'
import { companyFieldsOf } from './companies-of-filter.ts'
import { entityWords } from './parents.ts'

type MappingProblem = Import['mappingProblems'][number]

/** What keeps a mapping from being checked against the rows; empty when nothing does. */
export function problemsOfMapping(
  mapping: Mapping,
  columns: Import['columns'],
  known: { fields: readonly Field[]; statuses: readonly Status[] },
): MappingProblem[] {
  const { fields } = known
  const problems: MappingProblem[] = []
  const complain = (column: number | null, reason: string) => problems.push({ column, reason })
  if (mapping.columns.length !== columns.length) {
    complain(null, texts.theFileHasColumnsAndThe(columns.length, mapping.columns.length))
    return problems
  }
  const taken = new Map<string, number>()
  for (const [column, target] of mapping.columns.entries()) {
    if (target.kind === 'nothing') continue
    const fault = faultOfTarget(target, fields)
    if (fault !== null) complain(column, fault)
    const key = keyOfTarget(target)
    const other = taken.get(key)
    if (other !== undefined) complain(column, texts.theColumnHoldsThisAlready(columns[other]?.name ?? ''))
    taken.set(key, other ?? column)
  }
  for (const [name, value] of Object.entries(mapping.constants)) {
    const fault = createOnlyFields.includes(name) ? null : faultOfValue(name, value, known)
    if (fault !== null) complain(null, fault)
  }
  const holds = (kind: ColumnTarget['kind']) => mapping.columns.some((target) => target.kind === kind)
  const isSaid = (name: string) =>
    Object.hasOwn(mapping.constants, name) ||
    mapping.columns.some((target) => target.kind === 'field' && target.field === name)
  if (!holds('gsid')) {
    if (mapping.match === 'gsid') complain(null, texts.noColumnHoldsTheGsidOf)
    if (!isSaid('Name')) complain(null, texts.noColumnHoldsTheNameOf)
    if (!holds('parent') && mapping.forEachCompany === null) {
      complain(null, texts.noColumnSaysWhatTheGoals)
    }
  }
  problems.push(...problemsOfCompanies(mapping, fields))
  return problems
}

/** Equal for columns of which a file has one at most. What goals hang on can be named and have its Gsid beside it. */
export function keyOfTarget(target: ColumnTarget): string {
  if (target.kind !== 'parent') return JSON.stringify(target)
  return texts.parent(target.entityType, target.by === 'Gsid')
}

function problemsOfCompanies({ forEachCompany, columns }: Mapping, fields: readonly Field[]): MappingProblem[] {
  if (!forEachCompany) return []
  const instead = columns.findIndex(({ kind }) => kind === 'parent' || kind === 'gsid')
  if (instead >= 0) {
    return [
      {
        column: instead,
        reason: texts.theGoalsAreMadeForEach,
      },
    ]
  }
  const { filter } = forEachCompany
  const [fault] = filter ? checkFilter(filter, companyFieldsOf(fields)) : []
  return fault ? [{ column: null, reason: texts.theFilterOfTheCompanies(fault.sentence) }] : []
}

function faultOfTarget(target: ColumnTarget, fields: readonly Field[]): string | null {
  if (target.kind === 'field') {
    if (createOnlyFields.includes(target.field)) return null
    const field = fieldNamed(fields, target.field)
    if (!field) return common.thereIsNoField(JSON.stringify(target.field))
    return field.editable ? null : common.cannotBeSetFromOutside(field.label)
  }
  if (target.kind !== 'parent' || target.by === 'Gsid' || target.by === 'Name') return null
  const isKnown = target.entityType === 'COMPANY' && fieldNamed(fields, `CompanyId__gr.${target.by}`) !== undefined
  return isKnown ? null : texts.aIsNotKnownByHere(entityWords[target.entityType], JSON.stringify(target.by))
}
