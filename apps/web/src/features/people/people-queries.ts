import {
  endPersonSessions,
  endSession,
  listPeople,
  listSessions,
  savePerson,
  type Person,
} from '@goalkeeper/contract/people'
import type { Role } from '@goalkeeper/contract/policy'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

const here = { screen: 'people' } as const

export const peopleQuery = () =>
  queryOptions({
    queryKey: ['people'] as const,
    queryFn: async ({ signal }) => (await request(listPeople, {}, { signal })).people,
  })

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions'] as const,
    queryFn: async ({ signal }) => (await request(listSessions, {}, { signal })).sessions,
  })

/** Gives a person a role (null: the provider's again) or other goals. */
export function useSavePerson(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { role?: Role | null; scope?: FilterTree | null }) =>
      request(savePerson, { params: { id }, body }, here),
    onSuccess: (saved) => {
      queryClient.setQueryData<Person[]>(peopleQuery().queryKey, (people) =>
        people?.map((each) => (each.id === saved.id ? saved : each)),
      )
      return queryClient.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

/** Ends every session of a person: they have to sign in again. */
export function useEndPersonSessions(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(endPersonSessions, { params: { id } }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  })
}

/** Ends one of my own sessions. */
export function useEndSession(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(endSession, { params: { id } }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  })
}
