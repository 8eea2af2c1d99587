import * as texts from '@goalkeeper/texts/changes-rows'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { ChangeRow, ChangeSet } from '@goalkeeper/contract/changes'
import { Button, Radio } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import { RowPanelFrame } from '#web/shared/table/row-panel-frame.tsx'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { AlterRow } from './alter-row.tsx'
import type { useSaveChangeRow } from './change-queries.ts'
import { noteOf } from './change-words.ts'
import { DifferenceDetail } from '#web/shared/differences/difference-detail.tsx'
import classes from './row-panel.module.css'
import { RowStateLabel } from './row-state.tsx'

type Props = {
  row: ChangeRow
  set: ChangeSet
  fields: Field[]
  statuses: Status[]
  /** Why the person may not change the draft; null when they may. */
  reason: string | null
  save: ReturnType<typeof useSaveChangeRow>
  onClose: () => void
}

/** One goal of a change set in full: every difference, what is the matter and what can be done about it, what became of it. */
export function RowPanel({ row, set, fields, statuses, reason, save, onClose }: Props) {
  const today = useToday()
  const known = { fields, statuses, today }
  const isDraft = set.state === 'draft'
  const isOurs = save.variables?.row === row.row
  const lock = { disabled: reason !== null, title: reason ?? undefined }
  const note = noteOf(row)
  return (
    <RowPanelFrame
      label={texts.goalOfThisChangeSet}
      above={row.companyName ?? common.withoutACompany}
      title={row.kind === 'create' && row.gsid === null ? texts.newGoalOf(row.name) : row.name || common.withoutAName}
      gsid={row.gsid}
      state={!isDraft && <RowStateLabel state={row.state} />}
      onClose={onClose}
    >
      {row.problem !== null && (
        <p className={classes.trouble} data-tone="amber">
          {row.problem} {row.remedy}
        </p>
      )}
      {row.problem === null && note.words !== '' && (
        <p className={classes.trouble} data-tone={note.tone}>
          {note.words}
        </p>
      )}
      {isDraft && row.choices.length > 0 && (
        <Radio.Group
          label={texts.severalFitWhichOne}
          value={row.choices.find(({ gsid }) => isChosen(row, gsid))?.gsid ?? null}
          onChange={(choice) => save.mutate({ row: row.row, choice: String(choice) })}
        >
          <div className={classes.choices}>
            {row.choices.map(({ gsid, name, hint }) => (
              <Radio
                key={gsid}
                size="xs"
                value={gsid}
                label={name}
                description={hint ?? `…${gsid.slice(-6)}`}
                {...lock}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {row.differences.map((difference) => (
        <DifferenceDetail
          key={difference.field}
          difference={difference}
          isNew={row.kind === 'create'}
          meanwhile={row.meanwhile.find(({ field }) => field === difference.field)}
          known={known}
        />
      ))}
      {isDraft && row.kind === 'update' && (
        <AlterRow
          // Begins anew with what the server made of it.
          key={JSON.stringify([row.row, row.differences, row.altered])}
          row={row}
          set={set}
          fields={fields}
          statuses={statuses}
          reason={reason}
          isPending={isOurs && save.isPending}
          onAlter={(altered) => save.mutate({ row: row.row, altered })}
        />
      )}
      {isOurs && save.error && (
        <p role="alert" className={classes.trouble} data-tone="red">
          {asApiError(save.error).detail}
        </p>
      )}
      {isDraft && (
        <div className={classes.deeds}>
          <Button variant="default" {...lock} onClick={() => save.mutate({ row: row.row, included: !row.included })}>
            {row.included ? texts.takeThisGoalOut : texts.takeItInAgain}
          </Button>
        </div>
      )}
      {!isDraft && <Ledger row={row} />}
    </RowPanelFrame>
  )
}

const isChosen = ({ differences }: ChangeRow, gsid: string) =>
  differences.some(({ field, after }) => field === 'SP' && Array.isArray(after) && after.includes(gsid))

/** Where to look further: what the journal and the tenant call it. */
function Ledger({ row: { settledAt, writeId, requestId } }: { row: ChangeRow }) {
  const lines = [
    { label: texts.settled, value: settledAt === null ? null : exactInstant(settledAt) },
    { label: texts.write, value: writeId },
    { label: texts.requestOfGainsight, value: requestId },
  ].filter(({ value }) => value !== null)
  if (lines.length === 0) return null
  return (
    <dl className={classes.ledger}>
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
