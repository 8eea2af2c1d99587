import { searchCompanies } from '@goalkeeper/contract/catalogue'
import type { QueryClient } from '@tanstack/react-query'
import type { useNavigate } from '@tanstack/react-router'
import { findGoals } from '#web/features/goals/find-goals.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { request } from '#web/shared/api/request.ts'
import type { PaletteGroup } from '#web/shared/shell/palette.tsx'
import { calendarDateAt } from '#web/shared/time/calendar-date.ts'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'

const most = 8

/** What the palette finds: goals and companies by their words, and the pages. */
export async function findEverything(
  words: string,
  signal: AbortSignal,
  queryClient: QueryClient,
  navigate: ReturnType<typeof useNavigate>,
): Promise<PaletteGroup[]> {
  const pages: PaletteGroup = {
    title: 'Pages',
    items: [
      { id: 'page-goals', label: 'All goals', go: () => void navigate({ to: '/goals' }) },
      { id: 'page-overview', label: 'Overview', go: () => void navigate({ to: '/overview' }) },
      { id: 'page-changes', label: 'Changes', go: () => void navigate({ to: '/changes' }) },
      { id: 'page-reviews', label: 'Reviews', go: () => void navigate({ to: '/reviews' }) },
      { id: 'page-imports', label: 'Imports', go: () => void navigate({ to: '/imports' }) },
      { id: 'page-connection', label: 'Connection', go: () => void navigate({ to: '/connection' }) },
    ].filter(({ label }) => label.toLowerCase().includes(words.toLowerCase())),
  }
  if (!words) return [pages]

  const { fields } = await queryClient.ensureQueryData(fieldsQuery())
  const [goals, { companies }] = await Promise.all([
    findGoals(words, fields, { today: calendarDateAt(new Date()), limit: most, signal }),
    request(searchCompanies, { query: { search: words, limit: most } }, { signal }),
  ])
  return [
    {
      title: 'Goals',
      items: [
        ...goals.map(({ gsid, name, companyName, meaning }) => ({
          id: gsid,
          label: name,
          hint: companyName,
          icon: <StatusShape meaning={meaning} />,
          go: () => void navigate({ to: '/goals/$gsid', params: { gsid } }),
        })),
        {
          id: 'all',
          label: `All goals with “${words}”`,
          go: () => void navigate({ to: '/goals', search: { q: words } }),
        },
      ],
    },
    {
      title: 'Companies',
      items: companies.map(({ gsid, name, hint }) => ({
        id: gsid,
        label: name,
        ...(hint && { hint }),
        go: () => void navigate({ to: '/companies/$gsid', params: { gsid } }),
      })),
    },
    pages,
  ]
}
