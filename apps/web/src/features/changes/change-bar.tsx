import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-bar'
import { mostGoals } from '@goalkeeper/contract/change-parts'
import { lazy, Suspense, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { useMay } from '#web/shared/api/use-may.ts'
import type { ChosenGoals } from './change-queries.ts'
import { composerKinds, type ComposerKind } from './composer.ts'

const loadNewChange = () => import('./new-change.tsx')
const NewChange = lazy(() => loadNewChange().then((module) => ({ default: module.NewChange })))

type Props = {
  goals: ChosenGoals
  size: number
  onMade: (id: string) => void
}

const words = { status: common.status, due: common.due, link: common.link, more: texts.more } satisfies Record<
  ComposerKind,
  string
>

const commands = {
  status: texts.setStatusOfTheSelectedGoals,
  due: texts.setDueDateOfTheSelected,
  link: texts.linkTheSelectedGoals,
  more: texts.changeMoreOfTheSelectedGoals,
} satisfies Record<ComposerKind, string>

/** What can be done to all selected goals at once: each button begins a change set. */
export function ChangeBar({ goals, size, onMade }: Props) {
  const [kind, setKind] = useState<ComposerKind | null>(null)
  const refusal = useMay('change')
  const reason = refusal ?? (size > mostGoals ? texts.atMostGoalsCanBeChanged(mostGoals) : null)
  return (
    <>
      {composerKinds.map((each) => (
        <ToolButton
          key={each}
          command={{ place: common.thisList, label: commands[each], alias: texts.selectionBulk }}
          tone="outlined"
          aria-haspopup="dialog"
          aria-disabled={reason !== null || undefined}
          title={reason ?? undefined}
          onPointerEnter={() => void loadNewChange()}
          onClick={() => reason === null && setKind(each)}
        >
          {words[each]}
        </ToolButton>
      ))}
      {kind && (
        <Suspense fallback={null}>
          <NewChange kind={kind} goals={goals} size={size} onMade={onMade} onClose={() => setKind(null)} />
        </Suspense>
      )}
    </>
  )
}
