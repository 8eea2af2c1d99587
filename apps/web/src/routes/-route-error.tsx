import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLiveState } from '#web/shared/live/use-live-updates.ts'
import { ErrorPage } from '#web/shared/ui/error-page.tsx'

/** Stands in for a page whose data could not be read. When our server was away, it heals by itself as soon as it is back. */
export function RouteError({ error }: Pick<ErrorComponentProps, 'error'>) {
  const router = useRouter()
  const isLive = useLiveState().kind === 'live'
  const [wasLive] = useState(isLive)

  useEffect(() => {
    if (isLive && !wasLive) void router.invalidate()
  }, [isLive, wasLive, router])

  return <ErrorPage error={error} onRetry={() => void router.invalidate()} />
}
