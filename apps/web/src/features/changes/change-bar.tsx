import { mostGoals } from '@goalkeeper/contract/change-parts'
import { lazy, Suspense, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { useMay } from '#web/shared/api/use-may.ts'
import type { ChosenGoals } from './change-queries.ts'
import { composerKinds, type ComposerKind } from './composer.ts'
import { grouped } from '#web/shared/ui/counted.ts'

const loadNewChange = () => import('./new-change.tsx')
const NewChange = lazy(() => loadNewChange().then((module) => ({ default: module.NewChange })))

type Props = {
  goals: ChosenGoals
  size: number
  onMade: (id: string) => void
}

const words = { status: 'Status', due: 'Due', link: 'Link', more: 'More' } satisfies Record<ComposerKind, string>

const commands = {
  status: 'Set status of the selected goals',
  due: 'Set due date of the selected goals',
  link: 'Link the selected goals',
  more: 'Change more of the selected goals',
} satisfies Record<ComposerKind, string>

/** What can be done to all selected goals at once: each button begins a change set. */
export function ChangeBar({ goals, size, onMade }: Props) {
  const [kind, setKind] = useState<ComposerKind | null>(null)
  const refusal = useMay('change')
  const reason = refusal ?? (size > mostGoals ? `At most ${grouped(mostGoals)} goals can be changed at once.` : null)
  return (
    <>
      {composerKinds.map((each) => (
        <ToolButton
          key={each}
          command={{ place: 'This list', label: commands[each], alias: 'selection bulk' }}
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
