import * as texts from '@goalkeeper/texts/views-links'
import type { ListLink } from '@goalkeeper/contract/views'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { useQuery } from '@tanstack/react-query'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { frozenWords } from './frozen-words.ts'
import type { NarrowedTo } from './shown-base.ts'
import { countsQuery } from './view-queries.ts'
import type { ViewWays } from './view-ways.ts'

type Props = {
  link: ListLink
  frozen: NonNullable<ListLink['frozen']>
  /** The goals of then are shown; otherwise what matches now. */
  isFrozen: boolean
  narrowedTo: ViewWays['narrowedTo']
  onShowLive: () => void
  onShowFrozen: () => void
}

/** How a frozen list stands: how many goals it held then, and how many of them still match now. */
export function FrozenBand({ link, frozen, isFrozen, narrowedTo, onShowLive, onShowFrozen }: Props) {
  const today = useToday()
  const live = narrowedTo(link.state)
  const there = { filter: frozen.list, search: '' }
  const still = { filter: joinParts([frozen.list, ...partsOf(frozen.filter)]), search: live.search }
  const { data } = useQuery(countsQuery([there, still, live], today))
  const countOf = (list: NarrowedTo) => data?.get(JSON.stringify(list)) ?? null
  const matching = countOf(live)
  return (
    <Band
      action={
        isFrozen ? (
          <ToolButton tone="outlined" onClick={onShowLive}>
            {texts.showWhatMatchesNow(matching)}
          </ToolButton>
        ) : (
          <ToolButton tone="outlined" onClick={onShowFrozen}>
            {texts.showTheOfThen(frozen.goals)}
          </ToolButton>
        )
      }
    >
      {texts.frozenBy(
        link.by,
        exactInstant(link.at).slice(0, 16),
        frozenWords({ before: frozen.goals, exact: frozen.exact, there: countOf(there), still: countOf(still) }),
      )}
      {!isFrozen && texts.youSeeWhatMatchesNow}
    </Band>
  )
}
