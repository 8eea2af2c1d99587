import * as texts from '@goalkeeper/texts/goal-form'
import { zodResolver } from '@hookform/resolvers/zod'
import type { Field } from '@goalkeeper/contract/catalogue'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { ApiError } from '#web/shared/api/api-error.ts'
import { readGoalVersion, type GoalVersion } from '#web/shared/api/goal-detail-query.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { tell } from '#web/shared/ui/notices.ts'
import { conflictOf, type Conflict } from '#web/shared/writes/conflict.ts'
import { dropEdit, useEdits } from '#web/shared/writes/edit-store.ts'
import { startEdit } from '#web/shared/writes/start-edit.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import { formSchema } from '#web/shared/form/form-schema.ts'
import {
  changedFields,
  changedRecord,
  draftOf,
  draftsOf,
  editableFields,
  markStays,
  nameIn,
  type Drafts,
} from '#web/shared/form/form-values.ts'
import { forgetDraft, keepDraft, recallDraft } from './kept-draft.ts'
import { pick, rebase } from './rebase.ts'
import { usePresence } from './use-presence.ts'

type Options = {
  goal: GoalVersion
  fields: readonly Field[]
  draftName: string
  onDone: () => void
  /** Comes back to this form from anywhere. */
  onReopen: () => void
}

/** The version that the boxes began with. */
type Base = { drafts: Drafts; etag: string | null }

/**
 * Edits one goal: keeps what is typed, sends only what changed, and brings both versions together when the goal changed elsewhere.
 * The goal that it began with stays the base, whatever syncs bring meanwhile.
 */
export function useEditGoal({ goal, fields, draftName, onDone, onReopen }: Options) {
  const queryClient = useQueryClient()
  const today = useToday()
  const editable = markStays(editableFields(fields), useClearBy())
  const [kept] = useState(() => recallDraft(draftName))
  const [base, setBase] = useState<Base>(() => ({
    drafts: draftsOf(editable, goal.fields),
    etag: kept ? kept.etag : goal.etag,
  }))
  const [isRestored, setRestored] = useState(kept !== null)
  const [editId, setEditId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [chosen, setChosen] = useState<Record<string, 'theirs' | 'yours'>>({})
  const presence = usePresence(draftName)
  const isOver = useRef(false)

  const isIgnored = (name: string, drafts: Drafts) =>
    changedFields(editable, base.drafts, drafts).every((each) => each !== name)
  const form = useForm<Drafts>({
    defaultValues: { ...base.drafts, ...kept?.drafts },
    resolver: zodResolver(formSchema(editable, today, isIgnored)),
  })
  const typed = useWatch({ control: form.control }) as Drafts
  const changed = changedFields(editable, base.drafts, typed)
  const edit = useEdits(goal.gsid).find(({ id }) => id === editId)
  const isSaving = edit !== undefined && edit.phase !== 'failed' && edit.phase !== 'changed-elsewhere'

  const text = JSON.stringify(pick(typed, changed))
  useEffect(() => {
    keepDraft(draftName, { drafts: JSON.parse(text) as Drafts, etag: base.etag, writeId: null, at: Date.now() })
  }, [draftName, text, base.etag])

  const send = async (drafts: Drafts) => {
    const record = changedRecord(editable, base.drafts, drafts, today)
    setProblem(null)
    if (Object.keys(record).length === 0) return finish()
    const { id, result } = startEdit(queryClient, {
      gsid: goal.gsid,
      content: { record },
      etag: base.etag,
      screen: 'form',
    })
    setEditId(id)
    const end = await result
    if (end.kind === 'confirmed') forgetDraft(draftName)
    // From here on the draft alone holds what was typed.
    if (end.kind === 'unsaved') dropEdit(id)
    if (presence() !== 'here') return end.kind === 'unsaved' ? tellUnsaved(end.problem) : undefined
    setEditId(null)
    if (end.kind === 'confirmed') return finish()
    if (end.kind === 'cancelled') return
    const found = conflictOf(end.problem, { record })
    if (found) return meet(found)
    const named = Object.entries(end.problem.fields).filter(([name]) => editable.some((field) => field.name === name))
    for (const [name, message] of named) form.setError(name, { message })
    setProblem(named.length > 0 ? null : end.problem.detail)
  }

  /** For someone who has left the form, and finds what they typed in it again. */
  function tellUnsaved({ detail }: ApiError): void {
    tell({
      tone: 'red',
      words: texts.wasNotSavedWhatYouTyped(nameIn(base.drafts), detail),
      action: { label: texts.backToTheForm, run: onReopen },
    })
  }

  /** Puts what was typed on top of the goal as it is now, and asks about what both sides changed. */
  async function meet(found: Conflict): Promise<void> {
    const newer = await readGoalVersion(goal.gsid).catch(() => null)
    if (!newer) return setProblem(texts.somebodyChangedThisGoalTitle)
    const drafts = draftsOf(editable, newer.fields)
    form.reset(rebase(editable, base.drafts, form.getValues(), drafts))
    setBase({ drafts, etag: newer.etag })
    setChosen({})
    setConflict(found)
  }

  function choose(name: string, side: 'theirs' | 'yours'): void {
    const field = editable.find((each) => each.name === name)
    const both = conflict?.fields.find((each) => each.field === name)
    if (!field || !both) return
    form.setValue(name, draftOf(field, side === 'theirs' ? both.theirs : both.yours), { shouldDirty: true })
    setChosen({ ...chosen, [name]: side })
  }

  /** Ends the form; from now on there is nothing to lose. */
  function finish(): void {
    isOver.current = true
    forgetDraft(draftName)
    onDone()
  }

  function forget(): void {
    isOver.current = true
    form.reset(base.drafts)
    forgetDraft(draftName)
  }

  return {
    form,
    fields: editable,
    base: base.drafts,
    changed,
    /** What saving now would send. */
    pending: changedRecord(editable, base.drafts, typed, today),
    save: (event: SyntheticEvent) => void form.handleSubmit(send)(event),
    finish,
    forget,
    hasUnsaved: () => changed.length > 0 && !isSaving && !isOver.current,
    edit,
    isSaving,
    problem,
    conflict,
    chosen,
    choose,
    /** Every conflict has been decided, or there is none. */
    isDecided: conflict === null || conflict.fields.every(({ field }) => chosen[field] !== undefined),
    restoredAt: isRestored ? (kept?.at ?? null) : null,
    forgetRestored: () => {
      form.reset(base.drafts)
      setBase({ drafts: base.drafts, etag: goal.etag })
      setRestored(false)
    },
  }
}
