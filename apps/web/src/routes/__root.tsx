import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { Goal, Plug } from 'lucide-react'
import { AppShell } from '#web/shared/shell/app-shell.tsx'
import type { NavItem } from '#web/shared/shell/rail.tsx'

const nav: NavItem[] = [
  { to: '/goals', label: 'Goals', icon: Goal },
  { to: '/connection', label: 'Connection', icon: Plug },
]

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root })

function Root() {
  return (
    <AppShell nav={nav}>
      <Outlet />
    </AppShell>
  )
}
