import * as texts from '@goalkeeper/texts/imports-columns'
import type { ColumnTarget } from '@goalkeeper/contract/imports'
import { Select } from '@mantine/core'
import { findCompanies, findOpportunities, findRelationships } from '#web/shared/api/record-searches.ts'
import { RecordPicker } from '#web/shared/form/record-picker.tsx'
import { entityWords } from '#web/shared/names/entity-words.ts'
import classes from './other-value.module.css'

type Props = {
  /** What the column of the value holds. */
  target: ColumnTarget
  /** What can be chosen, where it is not looked for by name. */
  choices: string[]
  isLocked: boolean
  onPick: (pick: { value: string; label: string }) => void
}

const searches = { COMPANY: findCompanies, RELATIONSHIP: findRelationships(), OPPORTUNITY: findOpportunities() }

/** Chooses what a value stands for when it is none of what is offered beside it. */
export function OtherValue({ target, choices, isLocked, onPick }: Props) {
  if (target.kind === 'parent') {
    const another = texts.another(entityWords[target.entityType].toLowerCase())
    return (
      <div className={classes.box}>
        <RecordPicker
          label={another}
          isLabelHidden
          placeholder={another}
          isDisabled={isLocked}
          scope={target.entityType}
          search={searches[target.entityType]}
          value={null}
          onChange={(record) => record && onPick({ value: record.gsid, label: record.name })}
        />
      </div>
    )
  }
  if (choices.length === 0) return null
  return (
    <Select
      className={classes.box}
      aria-label={texts.anotherValue}
      placeholder={texts.anotherValue}
      searchable
      nothingFoundMessage={texts.nothingIsCalledThat}
      disabled={isLocked}
      data={choices}
      value={null}
      onChange={(value) => value !== null && onPick({ value, label: value })}
    />
  )
}
