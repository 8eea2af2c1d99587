import type { Write } from '@goalkeeper/contract/writes'
import { cancelWrite, settleWrite } from '@goalkeeper/contract/writes'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { Band } from '#web/shared/ui/band.tsx'

/** Writes of this goal whose end is not known: waiting for a slot, on the wire, or unclear. */
export function UnsettledWrites({ writes }: { writes: Write[] }) {
  return writes.map((write) => <UnsettledWrite key={write.id} write={write} />)
}

function UnsettledWrite({ write }: { write: Write }) {
  const cancel = useMutation({ mutationFn: () => request(cancelWrite, { params: { id: write.id } }) })
  const settle = useMutation({
    mutationFn: () => request(settleWrite, { params: { id: write.id }, body: { gsid: null } }),
  })
  const error = cancel.error ?? settle.error
  if (write.state === 'unknown')
    return (
      <Band
        tone="amber"
        action={
          <Button variant="default" loading={settle.isPending} onClick={() => settle.mutate()}>
            It was not applied
          </Button>
        }
      >
        {write.detail ?? 'Nobody knows yet whether Gainsight applied the last change.'} It is being found out by
        reading.
        {error && ` ${asApiError(error).detail}`}
      </Band>
    )
  return (
    <Band
      action={
        write.state === 'waiting' && (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        )
      }
    >
      {write.state === 'waiting'
        ? `A change waits for its turn${write.waitSeconds === null ? '' : `, about ${Math.ceil(write.waitSeconds)} s`}.`
        : 'A change is on its way to Gainsight.'}
      {error && ` ${asApiError(error).detail}`}
    </Band>
  )
}
