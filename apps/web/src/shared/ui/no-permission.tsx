import * as texts from '@goalkeeper/texts/ui'
import * as common from '@goalkeeper/texts/common'
import { EmptyState } from './empty-state.tsx'

/** Stands in for a page that the person may not see, with the reason. */
export function NoPermission({ reason }: { reason: string }) {
  return (
    <EmptyState title={texts.thisPageIsNotForYour} actions={<a href="/goals">{common.allGoals}</a>}>
      {texts.anAdminOfGoalkeeperCanGive(reason)}
    </EmptyState>
  )
}
