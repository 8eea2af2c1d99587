import * as texts from '@goalkeeper/texts/imports-columns'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { Import } from '@goalkeeper/contract/imports'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { targetGroups } from './column-targets.ts'
import classes from './columns-part.module.css'
import { ColumnsTable } from './columns-table.tsx'
import { ConstantValues } from './constant-values.tsx'
import { useIsChecking, useSaveMapping } from './import-queries.ts'
import { formOfMapping, mappingForm, mappingOfForm, type MappingForm } from './mapping-form.ts'
import { ReadingChoices } from './reading-choices.tsx'

type Props = { file: Import; fields: Field[]; statuses: Status[]; reason: string | null }

/** What each column holds and how it is read. Choices are put together first; then every row is checked by them. */
export function ColumnsPart({ file, fields, statuses, reason }: Props) {
  const { id, rows, mapping, counts, mappingProblems, changeSet } = file
  const save = useSaveMapping(id)
  const isChecking = useIsChecking(id)
  const groups = useMemo(() => targetGroups(fields), [fields])
  const form = useForm<MappingForm>({ resolver: zodResolver(mappingForm), values: formOfMapping(mapping) })
  const { isDirty } = form.formState
  // A check that was cut off is done anew.
  const canCheck = isDirty || (counts === null && mappingProblems.length === 0)
  const lock = reason ?? (changeSet === null ? null : texts.theImportWasMadeIntoA)
  const check = form.handleSubmit((values) => save.mutate(mappingOfForm(values)))
  return (
    <FormProvider {...form}>
      <form className={classes.part} aria-label={common.columns} noValidate onSubmit={check}>
        <div className={classes.scroll}>
          <ColumnsTable file={file} groups={groups} isLocked={lock !== null} />
          <ConstantValues fields={fields} statuses={statuses} isLocked={lock !== null} />
          <ReadingChoices fields={fields} isLocked={lock !== null} />
        </div>
        <footer className={classes.foot}>
          <Button
            type="submit"
            disabled={lock !== null || !canCheck}
            title={lock ?? undefined}
            loading={save.isPending}
          >
            {texts.check(rows)}
          </Button>
          {isDirty && (
            <Button variant="default" disabled={save.isPending} onClick={() => form.reset()}>
              {common.discard}
            </Button>
          )}
          <p role="status" className={classes.state}>
            {isChecking
              ? texts.checking
              : isDirty
                ? texts.rowsStandAsTheyWereChecked
                : counts
                  ? texts.everyRowIsCheckedByThese
                  : mappingProblems.length > 0
                    ? texts.rowsAreCheckedOnceThisHolds
                    : ''}
          </p>
          {save.error && (
            <p role="alert" className={classes.problem}>
              {asApiError(save.error).detail}
            </p>
          )}
        </footer>
      </form>
    </FormProvider>
  )
}
