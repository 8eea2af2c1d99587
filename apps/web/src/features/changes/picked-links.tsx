import * as texts from '@goalkeeper/texts/changes-compose'
import * as common from '@goalkeeper/texts/common'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { CloseButton } from '@mantine/core'
import { RecordPicker } from '#web/shared/form/record-picker.tsx'
import { RecordName } from '#web/shared/names/record-name.tsx'
import { CtaShape, PlanShape } from '#web/shared/ui/link-counts.tsx'
import classes from './compose.module.css'
import { findLinked } from './find-linked.ts'

/** As many as one deed takes. */
const most = 50

type Props = {
  kind: LinkedItem['kind']
  gsids: string[]
  onChange: (gsids: string[]) => void
  error: string | undefined
}

/** CTAs or success plans, picked one after the other. */
export function PickedLinks({ kind, gsids, onChange, error }: Props) {
  return (
    <>
      {gsids.length > 0 && (
        <ul className={classes.picked}>
          {gsids.map((gsid) => (
            <li key={gsid}>
              {kind === 'CTA' ? <CtaShape /> : <PlanShape />}
              <span className={classes.pickedName}>
                <RecordName kind={kind} id={gsid} />
              </span>
              <CloseButton
                size="sm"
                aria-label={texts.leaveThisOneOut}
                onClick={() => onChange(gsids.filter((each) => each !== gsid))}
              />
            </li>
          ))}
        </ul>
      )}
      <RecordPicker
        // Begins anew with every one that was picked.
        key={gsids.length}
        label={gsids.length === 0 ? texts.which : texts.andWhichElse}
        value={null}
        onChange={(record) => record && onChange([...new Set([...gsids, record.gsid])])}
        scope={`linked ${kind}`}
        search={findLinked(kind)}
        isDisabled={gsids.length >= most}
        error={error}
        placeholder={common.searchAllCompaniesByName}
      />
    </>
  )
}
