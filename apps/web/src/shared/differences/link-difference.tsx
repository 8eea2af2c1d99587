import * as texts from '@goalkeeper/texts/differences'
import type { Difference } from '@goalkeeper/contract/changes'
import { RecordName } from '#web/shared/names/record-name.tsx'
import classes from './difference.module.css'
import { linkSides } from './link-sides.ts'

type Props = {
  difference: Difference
  /** More are counted only. */
  most: number
}

/** What is linked and what is unlinked, by name. */
export function LinkDifference({ difference, most }: Props) {
  const { linked, unlinked } = linkSides(difference)
  const all = [
    ...linked.map((id) => ({ id, sign: '+', tone: classes.after })),
    ...unlinked.map((id) => ({ id, sign: '−', tone: classes.before })),
  ]
  const kind = difference.field === 'SP' ? 'SP' : 'CTA'
  return (
    <>
      {all.slice(0, most).map(({ id, sign, tone }, place) => (
        <span key={id} className={tone}>
          {place > 0 && ', '}
          {sign} <RecordName kind={kind} id={id} />
        </span>
      ))}
      {all.length > most && <span className={classes.before}>{texts.andMore(all.length - most)}</span>}
    </>
  )
}
