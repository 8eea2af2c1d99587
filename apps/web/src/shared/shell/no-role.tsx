import * as texts from '@goalkeeper/texts/shell-person'
import type { Me } from '@goalkeeper/contract/people'
import { EmptyState } from '../ui/empty-state.tsx'
import { SignOut } from './sign-out.tsx'

/** The whole page for somebody who is known and may nothing yet. */
export function NoRole({ me }: { me: Me }) {
  return (
    <EmptyState title={texts.youHaveNotBeenGivenA} actions={<SignOut />}>
      <p>{texts.youAreSignedInAsAsk(me.email ?? me.name)}</p>
    </EmptyState>
  )
}
