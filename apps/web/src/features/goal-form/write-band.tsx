import * as texts from '@goalkeeper/texts/goal-form'
import * as common from '@goalkeeper/texts/common'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Band } from '#web/shared/ui/band.tsx'
import { takeBack, writeQuery } from '#web/shared/writes/write-query.ts'

type Props = {
  id: string
  isUnknown: boolean
  /** What is said while the outcome is unknown. */
  unknownWords: string
}

/** How far a write of this form has come: waiting (with seconds, and a way back), sent, unknown. */
export function WriteBand({ id, isUnknown, unknownWords }: Props) {
  const { data: write } = useQuery({ ...writeQuery(id), enabled: false })
  if (isUnknown) return <Band tone="amber">{unknownWords}</Band>
  if (write?.state === 'sent') return <Band>{texts.sentToGainsightWaitingForIts}</Band>
  const seconds = write?.waitSeconds
  return (
    <Band
      action={
        <Button variant="default" onClick={() => void takeBack(id, 'form').catch(() => undefined)}>
          {common.cancel}
        </Button>
      }
    >
      {seconds ? texts.waitsForItsTurnAboutS(Math.ceil(seconds)) : common.onItsWayToGainsight}
    </Band>
  )
}
