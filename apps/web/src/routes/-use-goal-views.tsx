import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ListState } from '@goalkeeper/contract/views'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import type { ShownList } from '#web/features/goals/goals-page.tsx'
import { differingKeys, noView, patchAddress, searchOver, type GoalsAddress } from '#web/features/goals/list-base.ts'
import { listModel } from '#web/features/goals/list-model.ts'
import { patchSearch, readListSearch, stateKeys, type GoalListSearch } from '#web/features/goals/list-search.ts'
import { LazyViewTabs } from '#web/features/views/lazy-view-tabs.tsx'
import { MissingBaseBand } from '#web/features/views/missing-base-band.tsx'
import { ShareButton } from '#web/features/views/share-button.tsx'
import { titleOf, type ShownState } from '#web/features/views/shown-base.ts'
import { linkQuery, viewsQuery } from '#web/features/views/view-queries.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { baseOf, searchOfBase, stateOf } from './-list-base.ts'
import { useListAddress } from './-list-address.ts'

const FrozenBand = lazy(() =>
  import('#web/features/views/frozen-band.tsx').then((module) => ({ default: module.FrozenBand })),
)

/** What the goals page needs of views: the list that its address shows, how that is changed, and what stands around the list. */
export function useGoalViews(address: GoalsAddress, fields: readonly Field[]) {
  const navigate = useNavigate()
  const router = useRouter()
  const today = useToday()
  const { data: views } = useQuery(viewsQuery())
  const { link: linkId } = address
  const { data: opened } = useQuery({ ...linkQuery(linkId ?? ''), enabled: linkId !== undefined })

  const { base, missing } = useMemo(() => baseOf(address, views, opened), [address, views, opened])
  const baseSearch = useMemo(() => searchOfBase(base), [base])
  const search = useMemo(() => searchOver(address, baseSearch), [address, baseSearch])
  const hasDefault = (views?.default ?? null) !== null

  const patched = (last: GoalsAddress, patch: GoalListSearch) => patchAddress(last, patch, baseSearch, hasDefault)
  const list = useListAddress(address, '/goals/', patched)
  const addressOfView = (id: string | null): GoalsAddress =>
    id === null ? (hasDefault ? { view: noView } : {}) : { view: id }
  const here: GoalsAddress =
    linkId === undefined ? addressOfView(base.kind === 'view' ? base.view.id : null) : { link: linkId }
  const hrefOf = (to: GoalsAddress) => router.buildLocation({ to: '/goals', search: to }).href

  const narrowedTo = useCallback(
    (state: ListState) => {
      const { list } = listModel({ search: readListSearch(state), fields, today, remembered: null, scope: null })
      return { filter: list.filter, search: list.search }
    },
    [fields, today],
  )
  const ways = {
    hrefOf: (id: string | null) => hrefOf(addressOfView(id)),
    hrefHere: hrefOf(here),
    onOpen: (id: string | null) => void navigate({ to: '/goals', search: addressOfView(id) }),
    onReach: (id: string | null) => void router.preloadRoute({ to: '/goals', search: addressOfView(id) }),
    onReset: () => void navigate({ to: '.', search: here }),
    narrowedTo,
  }
  const changedKeys = baseSearch
    ? differingKeys(search, baseSearch)
    : Object.keys(patchSearch(search, {})).filter((key) => stateKeys.includes(key))
  const changed = changedKeys.map((key) => keyWords[key] ?? key)
  const shownOf = (shown: ShownList): ShownState => ({
    state: stateOf(shown.search),
    filter: shown.list.filter,
    search: shown.list.search,
    today: shown.list.today,
    total: shown.total,
    isReady: shown.isReady,
  })
  const frozen = base.kind === 'link' ? base.link.frozen : null

  return {
    address: list,
    search,
    page: {
      title: titleOf(base),
      isGivenLayout: baseSearch !== null,
      tabs: (shown: ShownList) => <LazyViewTabs base={base} shown={shownOf(shown)} changed={changed} ways={ways} />,
      shareButton: (shown: ShownList) => (
        <ShareButton shown={shownOf(shown)} addressOf={(id) => location.origin + hrefOf({ link: id })} />
      ),
      notices: (
        <>
          {missing !== null && (
            <MissingBaseBand
              sentence={missing}
              onDismiss={() => void navigate({ to: '.', search: withoutBase, replace: true })}
            />
          )}
          {base.kind === 'link' && frozen && (
            <Suspense fallback={null}>
              <FrozenBand
                link={base.link}
                frozen={frozen}
                isFrozen={!changedKeys.includes('filter')}
                narrowedTo={narrowedTo}
                onShowLive={() => {
                  const { filter, q } = readListSearch(base.link.state)
                  list.onSearchChange({ filter, q }, true)
                }}
                onShowFrozen={() => list.onSearchChange({ filter: frozen.list, q: undefined }, true)}
              />
            </Suspense>
          )}
        </>
      ),
    },
  }
}

const withoutBase = (last: GoalsAddress): GoalsAddress => ({
  ...last,
  view: noView,
  link: undefined,
  without: undefined,
})

const keyWords: Record<string, string> = { q: common.search, sort: common.order }
