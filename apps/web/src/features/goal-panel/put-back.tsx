import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, PutBackItem } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { RecordName } from '#web/shared/names/record-name.tsx'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { dropEdit } from '#web/shared/writes/edit-store.ts'
import { startEdit } from '#web/shared/writes/start-edit.ts'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import { sideWords } from './change-words.ts'
import { putBackQuery, type Chosen } from './goal-detail-queries.ts'
import { contentOf, deedWords, idsOf, isLink } from './put-back-words.ts'
import classes from './put-back.module.css'

type Props = { gsid: string; chosen: Chosen; fields: Field[]; onClose: () => void }

/** What would be put back, from what to what, before it is: one update like any other. */
export function PutBack({ gsid, chosen, fields, onClose }: Props) {
  const queryClient = useQueryClient()
  const preview = useQuery(putBackQuery(gsid, chosen))
  const reason = useWritesReason()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])

  const { items = [], request = null, etag = null } = preview.data ?? {}
  const send = async () => {
    if (!request) return
    setSending(true)
    setProblem(null)
    const { id, result } = startEdit(queryClient, { gsid, content: contentOf(request), etag, screen: 'history' })
    const end = await result
    setSending(false)
    // Another choice may have taken its place meanwhile.
    if (end.kind === 'confirmed') return box.current ? onClose() : undefined
    // It is told here; the goal's other screens need not tell it again.
    dropEdit(id)
    if (end.kind === 'unsaved') setProblem(end.problem.detail)
    void preview.refetch()
  }
  const inOrder = [
    ...items.filter(({ problem: why }) => why !== null),
    ...items.filter(({ problem: why }) => why === null),
  ]

  return (
    <div
      ref={box}
      className={classes.box}
      role="group"
      aria-label={common.putBack}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {preview.error && <p role="alert">{asApiError(preview.error).detail}</p>}
      {preview.isSuccess && items.length === 0 && <p className={classes.words}>{texts.everythingStandsThereAsItDid}</p>}
      {inOrder.length > 0 && (
        <ul className={classes.items}>
          {inOrder.map((item) => (
            <ItemLine key={`${item.field} ${item.problem ?? ''}`} item={item} fields={fields} />
          ))}
        </ul>
      )}
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {texts.notPutBack(problem)}
        </p>
      )}
      <div className={classes.deeds}>
        {request !== null && (
          <Button
            loading={isSending}
            disabled={reason !== null}
            title={reason ?? undefined}
            onClick={() => void send()}
          >
            {deedWords(items)}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {request === null && preview.isFetched ? common.close : common.leaveIt}
        </Button>
        {request !== null && reason !== null && <span className={classes.meta}>{reason}</span>}
      </div>
    </div>
  )
}

function ItemLine({ item, fields }: { item: PutBackItem; fields: Field[] }) {
  const field = useNamedField(
    fields.find(({ name }) => name === item.field),
    [item.now, item.value],
  )
  return (
    <li className={classes.item} data-problem={item.problem !== null || undefined}>
      {isLink(item) ? <LinkSides item={item} /> : <Sides item={item} field={field} />}
      {item.problem !== null && <div className={classes.problem}>{item.problem}</div>}
      {item.movedOn && <MovedOn {...item.movedOn} />}
    </li>
  )
}

function Sides({ item: { field: name, now, value, problem }, field }: { item: PutBackItem; field: Field | undefined }) {
  return (
    <>
      <span className={classes.what}>{field?.label ?? name}</span>
      <span className={classes.now} title={idIn(now)}>
        {sideWords(now, field)}
      </span>
      {' → '}
      <span className={problem === null ? classes.value : classes.now} title={idIn(value)}>
        {sideWords(value, field)}
      </span>
    </>
  )
}

/** What is unlinked and linked again, by name. */
function LinkSides({ item: { field, now, value } }: { item: PutBackItem }) {
  const kind = field === 'SP' ? 'SP' : 'CTA'
  const names = (ids: string[]) =>
    ids.map((id, at) => (
      <span key={id}>
        {at > 0 && ', '}
        <RecordName kind={kind} id={id} />
      </span>
    ))
  return (
    <>
      <span className={classes.what}>{kind === 'CTA' ? common.ctas : common.successPlans}</span>
      {idsOf(now).length > 0 && (
        <span>
          <Filled text={texts.unlink} names={names(idsOf(now))} />
        </span>
      )}
      {idsOf(now).length > 0 && idsOf(value).length > 0 && '; '}
      {idsOf(value).length > 0 && (
        <span className={classes.value}>
          <Filled text={texts.link} names={names(idsOf(value))} />
        </span>
      )}
    </>
  )
}

function MovedOn({ by, at }: NonNullable<PutBackItem['movedOn']>) {
  const now = useNowRoughly()
  return (
    <div className={classes.meta} title={exactInstant(at)}>
      {texts.changedAgainSince}
      <Filled text={texts.agoThisTakesThatBackAs} what={by && texts.by(by)} duration={duration((now - at) / 1000)} />
    </div>
  )
}

const idIn = (value: FieldValue) => (isGsid(value) ? value : undefined)
