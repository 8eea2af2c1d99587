import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, useChildMatches, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { GoalsPage } from '#web/features/goals/goals-page.tsx'
import { patchSearch, readListSearch } from '#web/features/goals/list-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'

export const Route = createFileRoute('/goals')({
  validateSearch: readListSearch,
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([queryClient.ensureQueryData(fieldsQuery()), queryClient.ensureQueryData(statusesQuery())])
  },
  component: GoalsRoute,
})

function GoalsRoute() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const router = useRouter()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const openGsid = useChildMatches({
    select: ([child]) => (child && 'gsid' in child.params ? child.params.gsid : null),
  })
  const text = router.options.stringifySearch(search)

  return (
    <GoalsPage
      title="All goals"
      search={search}
      onSearchChange={(patch, isStep) =>
        void navigate({ to: '.', search: (last) => patchSearch(last, patch), replace: !isStep })
      }
      fields={fields}
      statuses={statuses}
      scope={null}
      openGsid={openGsid}
      onOpen={(gsid) =>
        void (gsid === null
          ? navigate({ to: '/goals', search })
          : navigate({ to: '/goals/$gsid', params: { gsid }, search, replace: openGsid !== null }))
      }
      hrefOf={useCallback((gsid: string) => `/goals/${encodeURIComponent(gsid)}${text}`, [text])}
      addressOf={(patch) =>
        `${location.origin}${location.pathname}${router.options.stringifySearch(patchSearch(search, patch))}`
      }
      panel={<Outlet />}
    />
  )
}
