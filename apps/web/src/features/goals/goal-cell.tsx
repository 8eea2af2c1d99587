import type { GoalRow } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import type { ReactNode } from 'react'
import { RecordName } from '#web/shared/names/record-name.tsx'
import { RecordNames } from '#web/shared/names/record-names.tsx'
import { shownKind } from '#web/shared/names/shown-kind.ts'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { meaningOf, openOf, textOf } from '#web/shared/ui/field-values.ts'
import { LinkCounts } from '#web/shared/ui/link-counts.tsx'
import { StatusLabel } from '#web/shared/ui/status-label.tsx'
import { ChangedCell } from './changed-cell.tsx'
import { FoundText } from './found-text.tsx'
import type { GoalColumn } from './goal-columns.ts'
import { PlainDate } from './plain-date.tsx'
import { valueText } from '#web/shared/ui/value-text.ts'

/** What a cell shows. Text only, so that a row is cheap to draw; what can be done stands in the row itself. */
export function cellContent({ id, field }: GoalColumn, goal: GoalRow): ReactNode {
  const { fields, CTA, SP } = goal
  switch (id) {
    case 'StatusName':
      return statusContent(fields)
    case 'DueDate':
      return dueContent(fields)
    case 'Links':
      return <LinkCounts ctas={CTA.length} plans={SP.length} />
    case 'ModifiedDate':
      return <ChangedCell at={fields[id] ?? null} by={fields['ModifiedByName'] ?? null} />
    case 'CreatedDate':
      return <ChangedCell at={fields[id] ?? null} by={fields['CreatedByName'] ?? null} />
    case 'CTA':
      return CTA.length
    case 'SP':
      return SP.length
  }
  const value = fields[id] ?? null
  if (field?.type === 'date' && typeof value === 'string') return <PlainDate date={value} />
  if (!field) return null
  const kind = shownKind(field)
  if (kind && Array.isArray(value)) return <RecordNames kind={kind} ids={value} />
  if (kind && isGsid(value)) return <RecordName kind={kind} id={value} />
  return <FoundText goal={goal} field={id} text={valueText(value, field)} />
}

export const statusContent = (fields: GoalRow['fields']) => (
  <StatusLabel name={textOf(fields['StatusName'])} meaning={meaningOf(fields['StatusMeaning'])} />
)
export const dueContent = (fields: GoalRow['fields']) => (
  <DueDate due={textOf(fields['DueDate']) || null} isOpen={openOf(fields['Open'])} />
)
