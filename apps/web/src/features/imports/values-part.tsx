import * as texts from '@goalkeeper/texts/imports-columns'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { Import } from '@goalkeeper/contract/imports'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { useDecide } from './import-queries.ts'
import { ValueLine } from './value-line.tsx'
import classes from './values-part.module.css'

type Props = { file: Import; fields: Field[]; statuses: Status[]; reason: string | null }

/** Values that name nothing by themselves, each decided once for all rows that have it. */
export function ValuesPart({ file, fields, statuses, reason }: Props) {
  const { decide, error } = useDecide(file.id)
  const lock = reason ?? (file.changeSet === null ? null : texts.theImportWasMadeIntoA)
  // They stay where they stood when the part was opened, so that none moves away once it is decided.
  const [order, setOrder] = useState<string[]>([])
  const keys = new Map(file.decisions.map((decision) => [`${decision.column} ${decision.value}`, decision]))
  const added = [...keys.keys()].filter((key) => !order.includes(key))
  if (added.length > 0) setOrder([...order, ...added])
  const shown = order.flatMap((key) => keys.get(key) ?? [])

  if (shown.length === 0)
    return (
      <EmptyState title={texts.noValueHasToBeDecided}>
        {file.counts ? texts.everyCompanyStatusAndChoiceIn : texts.itShowsOnceTheColumnsHold}
      </EmptyState>
    )
  return (
    <div className={classes.part}>
      {error && <Band tone="red">{texts.thatWasNotTaken(asApiError(error).detail)}</Band>}
      <ul className={classes.list} aria-label={texts.valuesToDecide}>
        {shown.map((decision) => (
          <ValueLine
            key={`${decision.column} ${decision.value}`}
            decision={decision}
            file={file}
            fields={fields}
            statuses={statuses}
            lock={lock}
            onDecide={(decided) => decide({ column: decision.column, value: decision.value, decided })}
          />
        ))}
      </ul>
    </div>
  )
}
