import * as texts from '@goalkeeper/texts/ui'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'

/** "3 h ago", with the instant as its tooltip; "now" within the last minute. */
export function Ago({ instant }: { instant: number }) {
  const now = useNowRoughly()
  const seconds = (now - instant) / 1000
  return <time title={exactInstant(instant)}>{seconds < 60 ? texts.now : texts.ago(duration(seconds))}</time>
}
