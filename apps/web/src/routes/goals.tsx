import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, redirect, useChildMatches } from '@tanstack/react-router'
import { ReviewButton } from '#web/features/reviews/review-button.tsx'
import { ExportButton } from '#web/features/goals-export/export-button.tsx'
import { GoalsPage } from '#web/features/goals/goals-page.tsx'
import { isBare, readGoalsAddress } from '#web/features/goals/list-base.ts'
import { firstLayout } from '#web/features/goals/prefetch-goals.ts'
import { viewsQuery } from '#web/features/views/view-queries.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { lazyAhead, useLoadedAhead } from '#web/shared/ui/lazy-ahead.tsx'
import { ImportButton } from './-import-button.tsx'
import { NewGoalButton } from './-new-goal-button.tsx'
import { searchOfAddress } from './-list-base.ts'
import { loadFields, loadList } from './-load-list.ts'
import { useGoalViews } from './-use-goal-views.tsx'
import { useListRequest } from './-use-list-request.tsx'

const ChangeBar = lazyAhead(() => import('#web/features/changes/change-bar.tsx').then((module) => module.ChangeBar))

export const Route = createFileRoute('/goals')({
  validateSearch: readGoalsAddress,
  // Whose list opens with a view comes to that view's address: what an address shows is the same for everybody who may see it.
  beforeLoad: async ({ context: { queryClient }, location, search }) => {
    if (!isBare(search)) return
    // What the list needs besides does not wait for the views.
    void loadFields(queryClient).catch(() => undefined)
    void firstLayout(queryClient)
    const views = await queryClient.ensureQueryData(viewsQuery()).catch(() => null)
    if (views?.default)
      throw redirect({ to: location.pathname, search: { ...search, view: views.default }, replace: true })
  },
  loader: ({ context: { queryClient }, location }) => {
    const search = searchOfAddress(queryClient, location.search)
    return Promise.all([loadList(queryClient, search, null), search])
  },
  component: GoalsRoute,
  // The list is what nearly everybody opens first: one chunk with it comes sooner than a chain of small ones.
  codeSplitGroupings: [],
})

function GoalsRoute() {
  const routeSearch = Route.useSearch()
  const navigate = Route.useNavigate()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const openGsid = useChildMatches({
    select: ([child]) => (child && 'gsid' in child.params ? child.params.gsid : null),
  })
  const hasPanel = useChildMatches({ select: (children) => children.length > 0 })
  const { address, search, page } = useGoalViews(routeSearch, fields)
  const { onShowRequest, request } = useListRequest()
  useLoadedAhead(ChangeBar, 1_000)
  return (
    <GoalsPage
      {...address}
      {...page}
      search={search}
      fields={fields}
      statuses={statuses}
      scope={null}
      openGsid={openGsid}
      onOpen={(gsid) =>
        void (gsid === null
          ? navigate({ to: '/goals', search: routeSearch })
          : navigate({ to: '/goals/$gsid', params: { gsid }, search: routeSearch, replace: openGsid !== null }))
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
