import * as texts from '@goalkeeper/texts/ui-first'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
import { EmptyState } from './empty-state.tsx'

export function NotFoundPage() {
  return (
    <EmptyState title={texts.thereIsNothingAtThisAddress}>
      <Filled text={texts.theLinkMayBeOldOr} link={<a href="/goals">{common.allGoals}</a>} />
    </EmptyState>
  )
}
