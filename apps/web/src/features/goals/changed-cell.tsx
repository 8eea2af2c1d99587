import type { FieldValue } from '@goalkeeper/contract/goals'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'

/** "2 d, Mira": how long ago, and who. The tooltip has the instant and the whole name. */
export function ChangedCell({ at, by }: { at: FieldValue; by: FieldValue }) {
  const now = useNowRoughly()
  if (typeof at !== 'number') return '–'
  const name = typeof by === 'string' ? by : ''
  const [firstName] = name.split(' ')
  return (
    <time dateTime={new Date(at).toISOString()} title={[exactInstant(at), name].filter(Boolean).join(', ')}>
      {duration((now - at) / 1000)}
      {firstName && `, ${firstName}`}
    </time>
  )
}
