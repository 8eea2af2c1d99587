import * as texts from '@goalkeeper/texts/goal-form'
import * as common from '@goalkeeper/texts/common'
import { zodResolver } from '@hookform/resolvers/zod'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { parentWay, type ParentWay } from '@goalkeeper/gainsight/parent-way'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { readGoalVersion } from '#web/shared/api/goal-detail-query.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { tenantClient } from '#web/shared/api/tenant-client.ts'
import { statusChoices } from '#web/shared/form/status-choices.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { tell } from '#web/shared/ui/notices.ts'
import { awaitOutcome, sendWrite, type WriteReply } from '#web/shared/writes/send-write.ts'
import { writeQuery } from '#web/shared/writes/write-query.ts'
import { formSchema } from '#web/shared/form/form-schema.ts'
import { changedFields, draftsOf, editableFields, nameIn, type Drafts } from '#web/shared/form/form-values.ts'
import { forgetDraft, keepDraft, recallDraft } from './kept-draft.ts'
import { emptyPlace, newGoalBody, parentRecord, placeSchema, type Place } from './new-goal.ts'
import { noWayWords, otherParent, wrongParentWords } from './parent-choice.ts'
import { pick } from './rebase.ts'
import { usePresence } from './use-presence.ts'

type Options = {
  fields: readonly Field[]
  statuses: readonly Status[]
  company: Place['company']
  draftName: string
  onCreated: (gsid: string) => void
  /** Comes back to this form from anywhere. */
  onReopen: () => void
}

/** A goal that was created under another parent than the chosen one. */
export type Misplaced = { gsid: string; wrongParent: string }

/** Under this name the draft keeps what is no field. */
const placeKey = '@place'

/** Creates one goal: keeps what is typed, sends it once, and compares the parent that it got with the one that was chosen. A goal that was sent is followed to its end, also after a reload. */
export function useCreateGoal({ fields, statuses, company, draftName, onCreated, onReopen }: Options) {
  const queryClient = useQueryClient()
  const today = useToday()
  const editable = editableFields(fields)
  const { data: byId } = useSuspenseQuery({
    ...statusQuery(),
    select: ({ capabilities }) => capabilities.find(({ name }) => name === 'parentById')?.state ?? 'unknown',
  })
  const [kept] = useState(() => recallDraft(draftName))
  const [base] = useState<Drafts>(() => ({
    ...draftsOf(editable, {}),
    StatusName: statusChoices(statuses)[0]?.name ?? '',
  }))
  const [place, setPlace] = useState<Place>(() => keptPlace(kept?.drafts[placeKey]) ?? { ...emptyPlace, company })
  const [writeId, setWriteId] = useState(kept?.writeId ?? null)
  const { data: write } = useQuery({ ...writeQuery(writeId ?? ''), enabled: false })
  const [problem, setProblem] = useState<string | null>(null)
  const [canLookUp, setCanLookUp] = useState(false)
  const [misplaced, setMisplaced] = useState<Misplaced | null>(null)
  const isOver = useRef(false)
  const presence = usePresence(draftName)

  const form = useForm<Drafts>({
    defaultValues: { ...base, ...kept?.drafts },
    resolver: zodResolver(formSchema(editable, today, () => false)),
  })
  const typed = useWatch({ control: form.control }) as Drafts
  const changed = changedFields(editable, base, typed)
  const isPlaced = JSON.stringify(place) !== JSON.stringify({ ...emptyPlace, company })
  const text = JSON.stringify({ ...pick(typed, changed), ...(isPlaced && { [placeKey]: JSON.stringify(place) }) })
  useEffect(() => {
    if (!isOver.current)
      keepDraft(draftName, { drafts: JSON.parse(text) as Drafts, etag: null, writeId, at: Date.now() })
  }, [draftName, text, writeId])

  const send = (lookUp: boolean) =>
    form.handleSubmit(async (drafts) => {
      setProblem(null)
      setCanLookUp(false)
      if (!parentRecord(place)) return
      const id = crypto.randomUUID()
      setWriteId(id)
      try {
        const way = await findWay(lookUp ? 'no' : byId, place)
        if (!way) return setProblem(noWayWords)
        const body = newGoalBody({ ...place, way }, editable, drafts, today)
        const reply = await sendWrite(queryClient, { id, kind: 'create', body, screen: 'form' }).catch(
          (error: unknown) => {
            if (asApiError(error).code !== 'outcome-unknown') throw error
            return awaitOutcome(queryClient, id)
          },
        )
        await end(reply)
      } catch (error) {
        refuse(error)
      } finally {
        setWriteId(null)
      }
    })()

  const resume = useEffectEvent((id: string) => {
    awaitOutcome(queryClient, id)
      .then(end)
      .catch((error: unknown) => {
        // It had not arrived: there is nothing to wait for.
        if (asApiError(error).code !== 'not-found') refuse(error)
      })
      .finally(() => setWriteId(null))
  })
  const sentBefore = kept?.writeId ?? null
  useEffect(() => {
    if (sentBefore) resume(sentBefore)
  }, [sentBefore])

  async function end({ gsid, record }: WriteReply): Promise<void> {
    isOver.current = true
    forgetDraft(draftName)
    if (gsid === null) return setProblem(texts.theGoalWasCreatedButNobody)
    const known = record ?? (await readGoalVersion(gsid).catch(() => null))?.fields ?? null
    const chosen = parentRecord(place)
    const wrongParent = chosen && otherParent(place.entityType, chosen.gsid, known)
    void queryClient.invalidateQueries({ queryKey: ['goals', 'list'] })
    const where = presence()
    if (where === 'gone') tellCreated(gsid, wrongParent)
    else if (where === 'here' && wrongParent === null) onCreated(gsid)
    else if (where === 'here' && wrongParent !== null) setMisplaced({ gsid, wrongParent })
  }

  /** For someone who has left the form. */
  function tellCreated(gsid: string, wrongParent: string | null): void {
    tell({
      tone: wrongParent === null ? 'plain' : 'red',
      words: `“${nameIn(form.getValues())}” ${wrongParent === null ? texts.wasCreated : wrongParentWords(place.entityType, wrongParent)}`,
      action: { label: common.openTheGoal, run: () => onCreated(gsid) },
    })
  }

  function refuse(error: unknown): void {
    const { code, detail, fields: named } = asApiError(error)
    if (code === 'cancelled') return
    if (presence() === 'gone')
      return tell({
        tone: 'red',
        words: texts.wasNotCreatedWhatYouTyped(nameIn(form.getValues()), detail),
        action: { label: texts.backToTheForm, run: onReopen },
      })
    const ours = Object.entries(named).filter(([name]) => editable.some((field) => field.name === name))
    for (const [name, message] of ours) form.setError(name, { message })
    if (ours.length === 0) setProblem(detail)
    setCanLookUp(code === 'refused-by-tenant' && ours.length === 0 && byId === 'unknown')
  }

  return {
    form,
    fields: editable,
    base,
    place,
    setPlace: (change: Partial<Place>) => setPlace({ ...place, ...change }),
    create: () => void send(false),
    createByLookup: () => void send(true),
    writeId,
    isUnknown: write?.state === 'unknown',
    problem,
    canLookUp,
    misplaced,
    restored: kept !== null,
    forget: () => {
      isOver.current = true
      forgetDraft(draftName)
    },
    hasUnsaved: () => (changed.length > 0 || isPlaced) && writeId === null && !isOver.current,
  }
}

/** Opportunities have an object name of the tenant's own: it is asked for when a lookup needs it. */
async function findWay(byId: Parameters<typeof parentWay>[1], { entityType }: Place): Promise<ParentWay | null> {
  const way = parentWay(entityType, byId, null)
  if (way) return way
  const objects = await tenantClient()
    .listObjects(null)
    .catch(() => [])
  const found = objects.find(({ label }) => /^(gs )?opportunit(y|ies)$/i.test(label ?? ''))
  return parentWay(entityType, byId, found?.objectName ?? null)
}

function keptPlace(text: unknown): Place | null {
  if (typeof text !== 'string') return null
  return placeSchema.safeParse(JSON.parse(text)).data ?? null
}
