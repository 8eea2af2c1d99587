import * as texts from '@goalkeeper/texts/changes-set'
import { useEffect, useRef, useState } from 'react'
import { useNow } from '#web/shared/time/use-clock.ts'
import classes from './pace-line.module.css'
import { paceOf, type Sighting } from './pace.ts'

const shownSeconds = 120
const width = 240
const height = 32

type Props = {
  /** Goals that have been sent and settled. */
  settled: number
  /** Our share of the tenant's calls of a minute; null while it is not known. */
  limit: number | null
}

/** How many goals a minute got done while this page was open, against what the budget allows. */
export function PaceLine({ settled, limit }: Props) {
  const now = useNow()
  const latest = useRef(settled)
  const [sightings, setSightings] = useState<Sighting[]>([])
  useEffect(() => {
    latest.current = settled
  }, [settled])
  useEffect(() => {
    setSightings((last) => [...last.slice(-shownSeconds), { at: now, settled: latest.current }])
  }, [now])
  const paces = sightings.map((_, place) => paceOf(sightings.slice(0, place + 1)))
  const pace = paces.at(-1) ?? null
  const most = Math.max(limit ?? 0, ...paces.map((each) => each ?? 0), 1)
  const y = (value: number) => height - 1 - ((height - 2) * value) / most
  const points = paces.flatMap((each, place) =>
    each === null ? [] : [`${(place / shownSeconds) * width},${y(each).toFixed(1)}`],
  )
  return (
    <div className={classes.pace}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.line} aria-hidden="true">
        {limit !== null && <line className={classes.limit} x1="0" x2={width} y1={y(limit)} y2={y(limit)} />}
        <polyline className={classes.points} points={points.join(' ')} />
      </svg>
      <p className={classes.words}>{texts.pace(pace, limit)}</p>
    </div>
  )
}
