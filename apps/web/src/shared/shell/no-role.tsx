import type { Me } from '@goalkeeper/contract/people'
import { EmptyState } from '../ui/empty-state.tsx'
import { SignOut } from './sign-out.tsx'

/** The whole page for somebody who is known and may nothing yet. */
export function NoRole({ me }: { me: Me }) {
  return (
    <EmptyState title="You have not been given a role yet" actions={<SignOut />}>
      <p>
        You are signed in as {me.email ?? me.name}. Ask an admin of Goalkeeper for a role: as soon as you have one, this
        page becomes the list of goals.
      </p>
    </EmptyState>
  )
}
