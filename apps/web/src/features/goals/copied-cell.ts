import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-copying'
import type { NamedKind } from '@goalkeeper/contract/catalogue'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { shownKind } from '#web/shared/names/shown-kind.ts'
import type { CopiedCell } from '#web/shared/table/table-text.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import type { GoalColumn } from './goal-columns.ts'

/** The name that is known for an id; nothing for one that is not. */
export type NameOf = (kind: NamedKind, id: string) => string | null | undefined

/** What a cell of the list is copied as: what it shows, but days and instants as a spreadsheet reads them, and numbers without their separators. */
export function copiedCell({ id, field }: GoalColumn, { fields, CTA, SP }: GoalRow, nameOf: NameOf): CopiedCell {
  if (id === 'Links') return texts.linkCounts(CTA.length, SP.length)
  if (id === 'CTA') return CTA.length
  if (id === 'SP') return SP.length
  const value = fields[id] ?? null
  if (!field || value === null) return ''
  if (Array.isArray(value)) return value.map((each) => labelIn(field, each)).join('; ')
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (typeof value === 'number') return field.type === 'datetime' ? exactInstant(value) : value
  if (field.type === 'html') return textOfHtml(value)
  const kind = shownKind(field)
  return kind && isGsid(value) ? (nameOf(kind, value) ?? value) : labelIn(field, value)
}

const labelIn = ({ options }: NonNullable<GoalColumn['field']>, value: string) =>
  options.find((option) => option.value === value)?.label ?? value
