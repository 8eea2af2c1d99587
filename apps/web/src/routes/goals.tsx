import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, useChildMatches } from '@tanstack/react-router'
import { ChangeBar } from '#web/features/changes/change-bar.tsx'
import { ReviewButton } from '#web/features/reviews/review-button.tsx'
import { ExportButton } from '#web/features/goals-export/export-button.tsx'
import { GoalsPage } from '#web/features/goals/goals-page.tsx'
import { readListSearch } from '#web/features/goals/list-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { useListAddress } from './-list-address.ts'
import { ImportButton } from './-import-button.tsx'
import { NewGoalButton } from './-new-goal-button.tsx'
import { loadList } from './-load-list.ts'
import { useListRequest } from './-use-list-request.tsx'

export const Route = createFileRoute('/goals')({
  validateSearch: readListSearch,
  loader: ({ context: { queryClient }, location }) => loadList(queryClient, location.search, null),
  component: GoalsRoute,
  // The list is what nearly everybody opens first: one chunk with it comes sooner than a chain of small ones.
  codeSplitGroupings: [],
})

function GoalsRoute() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const openGsid = useChildMatches({
    select: ([child]) => (child && 'gsid' in child.params ? child.params.gsid : null),
  })
  const hasPanel = useChildMatches({ select: (children) => children.length > 0 })
  const address = useListAddress(search, '/goals/')
  const { onShowRequest, request } = useListRequest()
  return (
    <GoalsPage
      {...address}
      title="All goals"
      search={search}
      fields={fields}
      statuses={statuses}
      scope={null}
      openGsid={openGsid}
      onOpen={(gsid) =>
        void (gsid === null
          ? navigate({ to: '/goals', search })
          : navigate({ to: '/goals/$gsid', params: { gsid }, search, replace: openGsid !== null }))
      }
      actions={
        <>
          <ImportButton />
          <NewGoalButton />
        </>
      }
      listDeeds={(goals) => (
        <ReviewButton goals={goals} onMade={(id) => void navigate({ to: '/reviews/$id', params: { id } })} />
      )}
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
  )
}
