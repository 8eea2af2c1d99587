import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, useChildMatches } from '@tanstack/react-router'
import { useMemo } from 'react'
import { CompanyHeader } from '#web/features/companies/company-header.tsx'
import { companyQuery } from '#web/features/companies/company-query.ts'
import { ChangeBar } from '#web/features/changes/change-bar.tsx'
import { ExportButton } from '#web/features/goals-export/export-button.tsx'
import { GoalsPage } from '#web/features/goals/goals-page.tsx'
import { readListSearch } from '#web/features/goals/list-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { ListScreen } from '#web/shared/form/list-screen.ts'
import { useListAddress } from './-list-address.ts'
import { NewGoalButton } from './-new-goal-button.tsx'
import { loadList, ofCompany } from './-load-list.ts'
import { useListRequest } from './-use-list-request.tsx'

export const Route = createFileRoute('/companies/$gsid')({
  validateSearch: readListSearch,
  loader: ({ context: { queryClient }, params: { gsid }, location }) =>
    Promise.all([
      loadList(queryClient, location.search, ofCompany(gsid)),
      queryClient.ensureQueryData(companyQuery(gsid)),
    ]),
  component: CompanyRoute,
})

/** The goals of one company. */
function CompanyRoute() {
  const { gsid } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data: company } = useSuspenseQuery(companyQuery(gsid))
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const openGsid = useChildMatches({
    select: ([child]) => (child && 'goal' in child.params ? child.params.goal : null),
  })
  const hasPanel = useChildMatches({ select: (children) => children.length > 0 })
  const address = useListAddress(search, `/companies/${encodeURIComponent(gsid)}/goals/`)
  const { onShowRequest, request } = useListRequest()
  return (
    <ListScreen value="company">
      <GoalsPage
        {...address}
        title={company.name}
        intro={<CompanyHeader company={company} fields={fields} />}
        search={search}
        fields={fields}
        statuses={statuses}
        scope={useMemo(() => ofCompany(gsid), [gsid])}
        openGsid={openGsid}
        onOpen={(goal) =>
          void (goal === null
            ? navigate({ to: '/companies/$gsid', params: { gsid }, search })
            : navigate({
                to: '/companies/$gsid/goals/$goal',
                params: { gsid, goal },
                search,
                replace: openGsid !== null,
              }))
        }
        actions={<NewGoalButton companyId={gsid} />}
        exportButton={(list) => <ExportButton list={list} />}
        onShowRequest={onShowRequest}
        selectionDeeds={(goals, size) => (
          <ChangeBar goals={goals} size={size} onMade={(id) => void navigate({ to: '/changes/$id', params: { id } })} />
        )}
        hasPanel={hasPanel}
        panel={
          <>
            <Outlet />
            {request}
          </>
        }
      />
    </ListScreen>
  )
}
