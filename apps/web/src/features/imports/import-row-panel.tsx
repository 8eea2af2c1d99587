import * as texts from '@goalkeeper/texts/imports-rows'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { CellProblem, Import, ImportRow } from '@goalkeeper/contract/imports'
import { kindOfGsid } from '@goalkeeper/gainsight/gsid'
import { Button, Textarea } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import { DifferenceDetail } from '#web/shared/differences/difference-detail.tsx'
import { RowPanelFrame } from '#web/shared/table/row-panel-frame.tsx'
import { useToday } from '#web/shared/time/use-clock.ts'
import { targetGroups, targetLabel } from './column-targets.ts'
import { shownColumns } from './grid-columns.ts'
import { useDecide, type useSaveImportRow } from './import-queries.ts'
import classes from './import-row-panel.module.css'
import { outcomeWords } from './import-words.ts'

type Props = {
  row: ImportRow
  file: Import
  fields: Field[]
  statuses: Status[]
  reason: string | null
  save: ReturnType<typeof useSaveImportRow>
  onClose: () => void
}

/** One row in full: what is wrong with it and what may be meant, what it changes, and its cells, which are corrected here too. */
export function ImportRowPanel({ row, file, fields, statuses, reason, save, onClose }: Props) {
  const today = useToday()
  const decision = useDecide(file.id)
  const groups = targetGroups(fields)
  const lock = reason ?? (file.changeSet === null ? null : texts.theImportWasMadeIntoA)
  const isOurs = save.variables?.row === row.row
  const error = (isOurs && save.error) || decision.error
  const gsidColumn = file.mapping.columns.findIndex(({ kind }) => kind === 'gsid')
  const isFound = row.gsid !== null && !row.cells[gsidColumn]?.trim()
  return (
    <RowPanelFrame
      label={texts.rowOfThisImport(row.row)}
      above={row.parentName === null ? texts.rowOf(row.row) : texts.rowUnder(row.row, row.parentName)}
      title={row.name ?? common.withoutAName}
      gsid={row.gsid}
      state={
        <p className={classes.outcome} data-outcome={row.outcome ?? undefined}>
          {row.outcome === null ? texts.notCheckedYet : outcomeWords[row.outcome]}
        </p>
      }
      onClose={onClose}
    >
      {row.problems.map((problem, place) => (
        <Problem
          key={place}
          problem={problem}
          column={problem.column === null ? null : (file.columns[problem.column]?.name ?? null)}
          rows={rowsWith(file, problem)}
          lock={lock}
          onGoal={(gsid) => save.mutate({ row: row.row, gsid })}
          onDecide={(decided) =>
            problem.column !== null && decision.decide({ column: problem.column, value: problem.value, decided })
          }
        />
      ))}
      {error && (
        <p role="alert" className={classes.problem}>
          {asApiError(error).detail}
        </p>
      )}
      {row.differences.map((difference) => (
        <DifferenceDetail
          key={difference.field}
          difference={difference}
          isNew={row.gsid === null}
          meanwhile={undefined}
          known={{ fields, statuses, today }}
        />
      ))}
      {isFound && lock === null && (
        <div>
          <Button variant="default" onClick={() => save.mutate({ row: row.row, gsid: null })}>
            {texts.lookAnewWhichGoalItIs}
          </Button>
        </div>
      )}
      <section className={classes.cells} aria-label={texts.cellsOfThisRow}>
        {shownColumns(file).map((column) => {
          const cell = row.cells[column] ?? ''
          const target = file.mapping.columns[column]
          return (
            <Textarea
              // Begins anew with what the server has.
              key={`${column} ${cell}`}
              autosize
              minRows={1}
              maxRows={8}
              label={file.columns[column]?.name || texts.column(column + 1)}
              description={target && targetLabel(target, groups)}
              error={row.problems.find((problem) => problem.column === column)?.reason}
              disabled={lock !== null}
              defaultValue={cell}
              onBlur={({ currentTarget: { value } }) => {
                if (value !== cell) save.mutate({ row: row.row, cells: { [column]: value } })
              }}
            />
          )
        })}
      </section>
    </RowPanelFrame>
  )
}

type ProblemProps = {
  problem: CellProblem
  column: string | null
  /** How many rows have the value; null where it is not decided for all of them. */
  rows: number | null
  lock: string | null
  onGoal: (gsid: string) => void
  onDecide: (value: string) => void
}

/** What is wrong, and what may be meant: a goal that is there, for this row; or what the value stands for, in every row that has it. */
function Problem({ problem: { value, reason, suggestions }, column, rows, lock, onGoal, onDecide }: ProblemProps) {
  return (
    <div role="group" aria-label={reason} className={classes.trouble}>
      <p className={classes.problem}>
        {column !== null && <strong>{column}: </strong>}
        {reason}
        {value !== '' && !reason.includes(value) && ` (“${value.slice(0, 100)}”)`}
      </p>
      {suggestions.map((suggestion) => {
        const isGoal = kindOfGsid(suggestion.value) === 'goal'
        return (
          <Button
            key={suggestion.value}
            variant="default"
            disabled={lock !== null}
            title={lock ?? undefined}
            onClick={() => (isGoal ? onGoal(suggestion.value) : onDecide(suggestion.value))}
          >
            {isGoal ? texts.itIs : texts.take}
            {suggestion.label}
            {suggestion.hint !== null && ` (${suggestion.hint})`}
            {!isGoal && rows !== null && rows > 1 && texts.within(rows)}
          </Button>
        )
      })}
    </div>
  )
}

const rowsWith = ({ decisions }: Import, { column, value }: CellProblem) =>
  decisions.find((decision) => decision.column === column && decision.value === value)?.rows ?? null
