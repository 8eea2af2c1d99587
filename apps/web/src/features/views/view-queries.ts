import { countGoals } from '@goalkeeper/contract/goals'
import {
  createLink,
  createView,
  deleteLink,
  deleteView,
  listLinks,
  listViews,
  readLink,
  saveView,
  saveViewTabs,
  type ListLink,
  type ListState,
  type View,
  type Views,
} from '@goalkeeper/contract/views'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import type { NarrowedTo } from './shown-base.ts'

const here = { screen: 'list' } as const

/** The views that I see, my tabs, and what my list opens with. Changes are announced by the live stream. */
export const viewsQuery = () =>
  queryOptions({
    queryKey: ['views'] as const,
    queryFn: ({ signal }) => request(listViews, {}, { signal }),
    staleTime: Infinity,
  })

/** A list link, or in a sentence why there is none. */
export type OpenedLink = { link: ListLink; missing: null } | { link: null; missing: string }

export const linkQuery = (id: string) =>
  queryOptions({
    queryKey: ['list-links', 'one', id] as const,
    queryFn: async ({ signal }): Promise<OpenedLink> => {
      try {
        return { link: await request(readLink, { params: { id } }, { signal }), missing: null }
      } catch (error) {
        if (error instanceof ApiError && error.code === 'not-found') return { link: null, missing: error.detail }
        throw error
      }
    },
  })

export const myLinksQuery = () =>
  queryOptions({
    queryKey: ['list-links', 'mine'] as const,
    queryFn: ({ signal }) => request(listLinks, {}, { signal }),
  })

/** How many goals each list has, by its JSON; null for one that cannot be run. One question for all of them. */
export const countsQuery = (lists: NarrowedTo[], today: string) =>
  queryOptions({
    queryKey: ['goals', 'counts', { lists, today }] as const,
    queryFn: async ({ signal }) => {
      const { counts } = await request(countGoals, { body: { lists, today } }, { signal })
      return new Map(lists.map((list, place) => [JSON.stringify(list), counts[place] ?? null]))
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })

/** Makes a view, and a tab of it and the one that opens first where that is wanted. */
export function useCreateView() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (wanted: {
      name: string
      shared: boolean
      state: ListState
      isPinned: boolean
      isFirst: boolean
    }) => {
      const { name, shared, state, isPinned, isFirst } = wanted
      const view = await request(createView, { body: { name, shared, state } }, here)
      const { pins, default: first } = await queryClient.ensureQueryData(viewsQuery())
      const tabs = { pins: isPinned ? [...pins, view.id] : pins, default: isFirst ? view.id : first }
      const views = isPinned || isFirst ? await request(saveViewTabs, { body: tabs }) : await request(listViews, {})
      queryClient.setQueryData(viewsQuery().queryKey, views)
      return view
    },
  })
}

/** Changes a view from the version that was seen. */
export function useSaveView() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ view, ...wish }: { view: View; name?: string; shared?: boolean; state?: ListState }) =>
      request(saveView, { params: { id: view.id }, body: { version: view.version, ...wish } }, here),
    onSuccess: (saved) =>
      queryClient.setQueryData<Views>(
        viewsQuery().queryKey,
        (last) => last && { ...last, views: last.views.map((view) => (view.id === saved.id ? saved : view)) },
      ),
  })
}

export function useDeleteView() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request(deleteView, { params: { id } }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: viewsQuery().queryKey }),
  })
}

export type Tabs = Pick<Views, 'pins' | 'default'>

/** Tabs stand as they are wished at once; what the server says of them comes after. */
export function useSaveTabs() {
  const queryClient = useQueryClient()
  const { queryKey } = viewsQuery()
  return useMutation({
    mutationFn: (body: Tabs) => request(saveViewTabs, { body }),
    onMutate: (tabs) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData<Views>(queryKey, (last) => last && { ...last, ...tabs })
      return before
    },
    onSuccess: (views) => queryClient.setQueryData(queryKey, views),
    onError: (_error, _tabs, before) => queryClient.setQueryData(queryKey, before),
  })
}

export function useCreateLink() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { state: ListState; frozen: (NarrowedTo & { today: string }) | null }) =>
      request(createLink, { body }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: myLinksQuery().queryKey }),
  })
}

export function useDeleteLink() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request(deleteLink, { params: { id } }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['list-links'] }),
  })
}
