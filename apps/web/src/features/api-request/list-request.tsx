import * as texts from '@goalkeeper/texts/api-request'
import * as common from '@goalkeeper/texts/common'
import { printGoalsCall } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ApiRequestDialog } from './api-request-dialog.tsx'

const title = texts.theseGoalsAsAnApiRequest

type Props = { filter: FilterTree | null; search: string; onClose: () => void }

/** The tenant call that fetches the goals of a filter, as far as this tenant can be asked for them. */
export function ListRequest({ filter, search, onClose }: Props) {
  const today = useToday()
  const { data, error } = useQuery({
    queryKey: ['goals', 'call', { filter, search, today }],
    queryFn: ({ signal }) => request(printGoalsCall, { body: { filter, search, today } }, { signal }),
  })
  if (error) {
    return (
      <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common.close }}>
        <Band tone="red">{asApiError(error).detail}</Band>
      </Modal>
    )
  }
  return data ? <ApiRequestDialog title={title} {...data} onClose={onClose} /> : null
}
