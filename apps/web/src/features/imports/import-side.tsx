import * as texts from '@goalkeeper/texts/imports-rows'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { Import } from '@goalkeeper/contract/imports'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
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
    (counts === null ? texts.noRowIsCheckedYetTitle : null) ??
    (writes === 0 ? texts.noRowCreatesOrChangesA : null)
  return (
    <div className={sideClasses.side}>
      <p role="status" className={classes.effect}>
        {isChecking && !toChangeSet.isPending
          ? texts.checking(rows)
          : (effectWords(counts) ?? texts.sayWhatTheColumnsHoldThen)}
      </p>
      {open > 0 && (
        <p className={classes.line}>
          <Filled
            text={texts.onceForAllRowsThatHave}
            button={
              <button type="button" className={classes.link} onClick={() => onPartChange('values')}>
                {texts.toDecide(open)}
              </button>
            }
          />
        </p>
      )}
      {stuck > 0 && counts && (
        <>
          <p className={classes.line}>
            {counts.invalid > 0 && (
              <button type="button" className={classes.link} onClick={() => onPartChange('invalid')}>
                {texts.invalid(counts.invalid)}
              </button>
            )}
            {counts.invalid > 0 && counts.ambiguous > 0 && common.and}
            <Filled
              text={texts.behindUnlessMendedHereOrIn}
              what={
                counts.ambiguous > 0 && (
                  <button type="button" className={classes.link} onClick={() => onPartChange('ambiguous')}>
                    {texts.ambiguous(counts.ambiguous)}
                  </button>
                )
              }
              stuck={stuck === 1 ? texts.stays : texts.stay}
            />
          </p>
          <a className={sideClasses.export} href={`/api/imports/${id}/problems.csv`} download>
            <Download size={14} aria-hidden="true" />
            {texts.everyProblemAsAFile}
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
            {writes > 0 ? texts.preview(writes) : texts.previewTitle}
          </Button>
          <p className={sideClasses.hint}>{texts.nothingIsSentToGainsightBy}</p>
        </div>
      ) : (
        <Link to="/changes/$id" params={{ id: changeSet }}>
          {texts.openTheChangeSet}
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
            label={texts.throwThisImportAway}
            title={texts.throwThisImportAwayAsked}
            deed={texts.throwItAway}
            mutation={remove}
          >
            {texts.theRowsWithWhatWasCorrected(changeSet === null)}
          </ConfirmDeed>
        </div>
      )}
    </div>
  )
}
