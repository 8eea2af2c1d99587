import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/routes-first'
import type { Me } from '@goalkeeper/contract/people'
import { refusalOf } from '@goalkeeper/contract/policy'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import {
  ChartNoAxesCombined,
  FileInput,
  Goal,
  History,
  Layers,
  ListChecks,
  MonitorSmartphone,
  Plug,
  Users,
} from 'lucide-react'
import { EditingFactsProvider } from '#web/shared/form/editing-facts.tsx'
import { meQuery } from '#web/shared/api/me-query.ts'
import { AppShell } from '#web/shared/shell/app-shell.tsx'
import type { PaletteItem } from '#web/shared/shell/palette.tsx'
import type { NavItem } from '#web/shared/shell/rail.tsx'

const nav: NavItem[] = [
  { to: '/goals', label: common.goals, icon: Goal },
  { to: '/overview', label: common.overview, icon: ChartNoAxesCombined },
  { to: '/changes', label: common.changes, icon: Layers },
  { to: '/reviews', label: common.reviews, icon: ListChecks },
  { to: '/imports', label: common.imports, icon: FileInput },
  { to: '/activity', label: common.activity, icon: History },
  { to: '/connection', label: common.connection, icon: Plug },
]
/** Pages that the rail does not show. */
const aside: (NavItem & { alias?: string })[] = [
  { to: '/sessions', label: common.mySessions, icon: MonitorSmartphone, alias: texts.browsersSignOut },
]
const people: NavItem = { to: '/people', label: common.people, icon: Users }

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  // Asked beside what the page needs, so that no button is drawn that the person may not press. Without an answer all are, and the server decides.
  loader: ({ context: { queryClient } }) => queryClient.prefetchQuery(meQuery()),
  component: Root,
})

function Root() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { data: isAdmin = false } = useQuery({ ...meQuery(), select: mayManagePeople })
  // One goal of a review has the whole screen.
  const isFocused = useMatches({ select: (matches) => matches.some(({ routeId }) => routeId === '/reviews/$id') })
  const items = isAdmin ? [...nav, people] : nav
  const pages = [...items, ...aside].map(
    ({ to, label, icon: Icon, alias }: NavItem & { alias?: string }): PaletteItem => ({
      id: `page-${label}`.replace(/\W+/g, '-'),
      label,
      alias,
      icon: <Icon size={16} aria-hidden="true" />,
      go: () => void navigate({ to }),
    }),
  )
  return (
    <AppShell
      isFocused={isFocused}
      nav={items}
      palette={{
        pages,
        async find(words, signal) {
          const { findEverything } = await import('./-palette-sources.tsx')
          return findEverything({ words, signal, queryClient, navigate })
        },
      }}
    >
      <EditingFactsProvider>
        <Outlet />
      </EditingFactsProvider>
    </AppShell>
  )
}

const mayManagePeople = ({ role }: Me) => refusalOf(role, 'people') === null
