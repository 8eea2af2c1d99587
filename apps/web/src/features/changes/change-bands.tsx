import * as texts from '@goalkeeper/texts/changes-set'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { grouped } from '@goalkeeper/texts/counted'
import { useSaveChangeRows } from './change-queries.ts'
import type { RowPart } from './change-search.ts'

type Props = { set: ChangeSet; reason: string | null; onShow: (part: RowPart) => void }

/** What stands in the way, each with what can be done about it; of a paused run why it is. */
export function ChangeBands({ set, reason, onShow }: Props) {
  const take = useSaveChangeRows(set.id)
  if (set.state === 'paused') return set.pausedBecause === null ? null : <Band tone="amber">{set.pausedBecause}</Band>
  if (set.state !== 'draft') return null
  return (
    <>
      {set.problems.map(({ problem, remedy, count: goals }, place) => (
        <Band
          key={problem}
          tone="amber"
          action={
            place === 0 && (
              <>
                <ToolButton tone="outlined" onClick={() => onShow('problems')}>
                  {texts.show(set.counts.problems)}
                </ToolButton>
                {reason === null && (
                  <ToolButton
                    tone="outlined"
                    disabled={take.isPending}
                    onClick={() => take.mutate({ part: 'problems', included: false })}
                  >
                    {texts.takeOut(set.counts.problems)}
                  </ToolButton>
                )}
              </>
            )
          }
        >
          <b>{grouped(goals)}</b> × {problem} {remedy}
        </Band>
      ))}
      {take.error && <Band tone="red">{texts.notTakenOut(asApiError(take.error).detail)}</Band>}
    </>
  )
}
