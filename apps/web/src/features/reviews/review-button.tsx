import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/reviews-first'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { ListChecks } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '#web/shared/api/use-may.ts'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

const loadNewReview = () => import('./new-review.tsx')
const NewReview = lazy(() => loadNewReview().then((module) => ({ default: module.NewReview })))

type Props = { goals: { filter: FilterTree | null; search: string }; onMade: (id: string) => void }

/** Makes what a list shows into a review. */
export function ReviewButton({ goals, onMade }: Props) {
  const [isOpen, setOpen] = useState(false)
  const reason = useMay('change')
  return (
    <>
      <ToolButton
        icon={<ListChecks size={16} />}
        tone="outlined"
        iconBelow={560}
        command={{ place: common.thisList, label: texts.reviewTheseGoals }}
        aria-haspopup="dialog"
        aria-disabled={reason !== null || undefined}
        title={reason ?? texts.lookAtTheseGoalsOneBy}
        onPointerEnter={() => void loadNewReview()}
        onClick={() => reason === null && setOpen(true)}
      >
        {texts.review}
      </ToolButton>
      {isOpen && (
        <Suspense fallback={null}>
          <NewReview goals={goals} onMade={onMade} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
