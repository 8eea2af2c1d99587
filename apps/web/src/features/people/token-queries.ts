import { createToken, listTokens, revokeToken, type Token, type tokenRoles } from '@goalkeeper/contract/tokens'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

const here = { screen: 'tokens' } as const

/** What a token is made of. `routes` null: everything that its role may. */
export type NewToken = { name: string; role: (typeof tokenRoles)[number]; routes: string[] | null; days: number }

export const tokensQuery = () =>
  queryOptions({
    queryKey: ['tokens'] as const,
    queryFn: async ({ signal }) => (await request(listTokens, {}, { signal })).tokens,
  })

/** Makes a token; its secret is in the answer, and nowhere else ever again. */
export function useCreateToken() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewToken) => request(createToken, { body }, here),
    // The secret is not kept once the dialog is gone.
    gcTime: 0,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tokens'] }),
  })
}

export function useRevokeToken(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(revokeToken, { params: { id } }, here),
    onSuccess: (revoked) =>
      queryClient.setQueryData<Token[]>(tokensQuery().queryKey, (tokens) =>
        tokens?.map((each) => (each.id === revoked.id ? revoked : each)),
      ),
  })
}
