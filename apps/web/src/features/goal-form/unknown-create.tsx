import * as texts from '@goalkeeper/texts/goal-form'
import { settleWrite } from '@goalkeeper/contract/writes'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { useMay } from '#web/shared/api/use-may.ts'
import { writeQuery } from '#web/shared/writes/write-query.ts'

/** A create whose outcome nobody knows yet. It is found out by reading; where several goals may be it, a person says which. */
export function UnknownCreate({ id }: { id: string }) {
  const { data: write } = useQuery({ ...writeQuery(id), enabled: false })
  const settle = useMutation({
    mutationFn: (gsid: string | null) => request(settleWrite, { params: { id }, body: { gsid } }, { screen: 'form' }),
  })
  const reason = useMay('write')
  const deed = { variant: 'default', disabled: reason !== null, title: reason ?? undefined } as const
  const candidates = write?.candidates ?? []
  return (
    <Band
      tone="amber"
      action={
        candidates.length > 0 && (
          <>
            {candidates.map((gsid) => (
              <Button key={gsid} {...deed} onClick={() => settle.mutate(gsid)}>
                {texts.itBecame(gsid.slice(-6))}
              </Button>
            ))}
            <Button {...deed} onClick={() => settle.mutate(null)}>
              {texts.noneOfThem}
            </Button>
          </>
        )
      }
    >
      {texts.sentAndNobodyCanSayYetTitle}
      {candidates.length > 0 && texts.severalGoalsMayBeItChoose}
      {settle.error && ` ${asApiError(settle.error).detail}`}
    </Band>
  )
}
