import * as texts from '@goalkeeper/texts/goal-panel'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Write } from '@goalkeeper/contract/writes'
import { cancelWrite, settleWrite } from '@goalkeeper/contract/writes'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { useMay } from '#web/shared/api/use-may.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { Band } from '#web/shared/ui/band.tsx'
import classes from './unsettled-writes.module.css'
import { setWords } from './write-words.ts'

/** More bands than these would leave a narrow panel without room for the goal. */
const mostBands = 2

/** Writes of this goal whose end is not known: waiting for a slot, on the wire, or unclear. Many of them share one band. */
export function UnsettledWrites({ writes, fields }: { writes: Write[]; fields: Field[] }) {
  const unknown = writes.filter(({ state }) => state === 'unknown')
  const pending = writes.filter(({ state }) => state !== 'unknown')
  return (
    <>
      {unknown.length > mostBands ? (
        <ManyWrites tone="amber" writes={unknown} fields={fields}>
          {texts.changesWereSentAndNobodyCan(unknown.length)}
        </ManyWrites>
      ) : (
        unknown.map((write) => <OneWrite key={write.id} write={write} />)
      )}
      {pending.length > mostBands ? (
        <ManyWrites tone="plain" writes={pending} fields={fields}>
          {texts.changesAreOnTheirWayTo(pending.length)}
        </ManyWrites>
      ) : (
        pending.map((write) => <OneWrite key={write.id} write={write} />)
      )}
    </>
  )
}

type Many = { tone: 'plain' | 'amber'; writes: Write[]; fields: Field[]; children: ReactNode }

function ManyWrites({ tone, writes, fields, children }: Many) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Band
        tone={tone}
        action={
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? common.hide : texts.showEach}
          </Button>
        }
      >
        {children}
      </Band>
      {isOpen && (
        <ul className={classes.writes} aria-label={texts.changesWithoutAKnownEnd}>
          {writes.map((write) => (
            <WriteLine key={write.id} write={write} fields={fields} />
          ))}
        </ul>
      )}
    </>
  )
}

function WriteLine({ write, fields }: { write: Write; fields: Field[] }) {
  const { deed, problem } = useWayOut(write)
  const when = `${write.sentAt === null ? texts.askedFor : 'sent'} ${exactInstant(write.sentAt ?? write.askedAt)}`
  return (
    <li className={classes.write}>
      <div className={classes.words} title={write.detail ?? undefined}>
        {setWords(write, fields)}
        <span className={classes.meta}>
          {when}, {write.actor}
        </span>
        {problem && <span role="alert">{problem}</span>}
      </div>
      {deed}
    </li>
  )
}

function OneWrite({ write }: { write: Write }) {
  const { deed, problem } = useWayOut(write)
  return (
    <Band tone={write.state === 'unknown' ? 'amber' : 'plain'} action={deed}>
      {wordsOf(write)}
      {problem && ` ${problem}`}
    </Band>
  )
}

function wordsOf({ state, detail, waitSeconds }: Write): string {
  if (state === 'unknown') return detail ?? texts.nobodyKnowsYetWhetherGainsight
  if (state === 'waiting') return texts.aChangeWaitsForItsTurn(waitSeconds === null ? null : Math.ceil(waitSeconds))
  return texts.aChangeIsOnItsWay
}

/** What a person can do about a write: decide one of unknown outcome, cancel one that waits. And why that did not work. */
function useWayOut({ id, state }: Write) {
  const cancel = useMutation({ mutationFn: () => request(cancelWrite, { params: { id } }, { screen: 'panel' }) })
  const settle = useMutation({
    mutationFn: () => request(settleWrite, { params: { id }, body: { gsid: null } }, { screen: 'panel' }),
  })
  const reason = useMay('write')
  const may = { variant: 'default', disabled: reason !== null, title: reason ?? undefined } as const
  const error = cancel.error ?? settle.error
  const deed =
    state === 'unknown' ? (
      <Button {...may} loading={settle.isPending} onClick={() => settle.mutate()}>
        {texts.itWasNotApplied}
      </Button>
    ) : state === 'waiting' ? (
      <Button {...may} loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {common.cancel}
      </Button>
    ) : null
  return { deed, problem: error && asApiError(error).detail }
}
