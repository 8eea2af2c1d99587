import { EmptyState } from './empty-state.tsx'

export function NotFoundPage() {
  return (
    <EmptyState title="There is nothing at this address">
      The link may be old, or a part of it may be missing. <a href="/goals">All goals</a> are still there.
    </EmptyState>
  )
}
