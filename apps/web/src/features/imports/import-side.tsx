import type { Import } from '@goalkeeper/contract/imports'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
import { counted, grouped } from '#web/shared/ui/counted.ts'
import { useDeleteImport, useIsChecking, useToChangeSet } from './import-queries.ts'
import type { ImportPart } from './import-search.ts'
import sideClasses from '#web/shared/ui/side.module.css'
import classes from './import-side.module.css'
import { effectWords, sizeOf, undecided } from './import-words.ts'

type Props = {
  file: Import
  reason: string | null
  onPartChange: (part: ImportPart) => void
  onPreview: (changeSet: string) => void
  onDeleted: () => void
}

/** What the import comes to as it stands, and the way on. */
export function ImportSide({ file, reason, onPartChange, onPreview, onDeleted }: Props) {
  const { id, counts, changeSet, rows } = file
  const isChecking = useIsChecking(id)
  const toChangeSet = useToChangeSet(id)
  const remove = useDeleteImport(id, onDeleted)
  const { writes, stuck } = sizeOf(counts)
  const open = undecided(file)
  const why =
    reason ??
    (counts === null ? 'No row is checked yet.' : null) ??
    (writes === 0 ? 'No row creates or changes a goal.' : null)
  return (
    <div className={sideClasses.side}>
      <p role="status" className={classes.effect}>
        {isChecking && !toChangeSet.isPending
          ? `Checking ${counted(rows, 'row')}…`
          : (effectWords(counts) ?? 'Say what the columns hold; then every row is checked.')}
      </p>
      {open > 0 && (
        <p className={classes.line}>
          <button type="button" className={classes.link} onClick={() => onPartChange('values')}>
            {counted(open, 'value')} to decide
          </button>{' '}
          once for all rows that have them.
        </p>
      )}
      {stuck > 0 && counts && (
        <>
          <p className={classes.line}>
            {counts.invalid > 0 && (
              <button type="button" className={classes.link} onClick={() => onPartChange('invalid')}>
                {grouped(counts.invalid)} invalid
              </button>
            )}
            {counts.invalid > 0 && counts.ambiguous > 0 && ' and '}
            {counts.ambiguous > 0 && (
              <button type="button" className={classes.link} onClick={() => onPartChange('ambiguous')}>
                {grouped(counts.ambiguous)} ambiguous
              </button>
            )}{' '}
            {stuck === 1 ? 'stays' : 'stay'} behind, unless mended here or in the file.
          </p>
          <a className={sideClasses.export} href={`/api/imports/${id}/problems.csv`} download>
            <Download size={14} aria-hidden="true" />
            Every problem as a file
          </a>
        </>
      )}
      {changeSet === null ? (
        <div className={sideClasses.deeds}>
          <Button
            disabled={why !== null || isChecking}
            title={why ?? undefined}
            loading={toChangeSet.isPending}
            onClick={() => toChangeSet.mutate(undefined, { onSuccess: (made) => onPreview(made.changeSet) })}
          >
            {writes > 0 ? `Preview ${counted(writes, 'change')}` : 'Preview'}
          </Button>
          <p className={sideClasses.hint}>
            Nothing is sent to Gainsight by it: you see every goal before and after first.
          </p>
        </div>
      ) : (
        <Link to="/changes/$id" params={{ id: changeSet }}>
          Open the change set
        </Link>
      )}
      {toChangeSet.error && (
        <p role="alert" className={sideClasses.problem}>
          {asApiError(toChangeSet.error).detail}
        </p>
      )}
      {reason === null && (
        <div className={sideClasses.away}>
          <ConfirmDeed
            label="Throw this import away"
            title="Throw this import away?"
            deed="Throw it away"
            mutation={remove}
          >
            The rows, with what was corrected and decided, are gone here. Your file is not touched
            {changeSet === null ? '.' : ', and the change set that was made of it stays.'}
          </ConfirmDeed>
        </div>
      )}
    </div>
  )
}
