import { EmptyState } from './empty-state.tsx'

/** Stands in for a page that the person may not see, with the reason. */
export function NoPermission({ reason }: { reason: string }) {
  return (
    <EmptyState title="This page is not for your role" actions={<a href="/goals">All goals</a>}>
      {reason} An admin of Goalkeeper can give you another one.
    </EmptyState>
  )
}
