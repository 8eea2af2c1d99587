import type { Meaning, Status } from '@goalkeeper/contract/catalogue'
import {
  probeTenant,
  readSettings,
  runWriteCheck,
  saveSettings,
  saveStatuses,
  setStopped,
  type Settings,
} from '@goalkeeper/contract/connection'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => request(readSettings, {}, { signal }),
  })

/** Everything on this page hangs together: a new capability changes statuses and fields, a meaning changes the list. */
function useConnectionMutation<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        ['status', 'settings', 'statuses', 'fields', 'goals'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
}

const here = { screen: 'connection' } as const

type StatusAnswer = Omit<Status, 'meaning' | 'active' | 'source'> & { meaning: Meaning }

export const useSaveStatuses = () =>
  useConnectionMutation((statuses: StatusAnswer[]) => request(saveStatuses, { body: { statuses } }, here))
export const useSaveSettings = () =>
  useConnectionMutation((body: Partial<Settings>) => request(saveSettings, { body }, here))
export const useProbe = () => useConnectionMutation(() => request(probeTenant, {}, here))
export const useSetStopped = () =>
  useConnectionMutation((stopped: boolean) => request(setStopped, { body: { stopped } }, here))
export const useWriteCheck = () =>
  useConnectionMutation((gsid: string) => request(runWriteCheck, { body: { gsid, ctaId: null, planId: null } }, here))
