import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, useNavigate } from '@tanstack/react-router'
import { Goal, Plug } from 'lucide-react'
import { EditingFactsProvider } from '#web/shared/form/editing-facts.tsx'
import { AppShell } from '#web/shared/shell/app-shell.tsx'
import { PaletteButton } from '#web/shared/shell/palette-button.tsx'
import type { NavItem } from '#web/shared/shell/rail.tsx'

const nav: NavItem[] = [
  { to: '/goals', label: 'Goals', icon: Goal },
  { to: '/connection', label: 'Connection', icon: Plug },
]

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root })

function Root() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return (
    <AppShell
      nav={nav}
      search={
        <PaletteButton
          sources={async (words, signal) => {
            const { findEverything } = await import('./-palette-sources.tsx')
            return findEverything(words, signal, queryClient, navigate)
          }}
        />
      }
    >
      <EditingFactsProvider>
        <Outlet />
      </EditingFactsProvider>
    </AppShell>
  )
}
