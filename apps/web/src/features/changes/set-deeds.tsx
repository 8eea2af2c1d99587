import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-set'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ChangeSet, Deed } from '@goalkeeper/contract/changes'
import { Menu } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { useSaveChangeSet } from './change-queries.ts'
import { composerKinds, kindOf, type ComposerKind } from './composer.ts'
import { deedWords } from './deed-words.ts'
import classes from './set-deeds.module.css'

const DeedDialog = lazy(() => import('./deed-dialog.tsx').then((module) => ({ default: module.DeedDialog })))

const kindWords = {
  status: common.status,
  due: common.dueDate,
  link: common.links,
  more: texts.descriptionCustomFieldName,
} satisfies Record<ComposerKind, string>

/** As many as a change set takes. */
const mostDeeds = 20

type Props = { set: ChangeSet; fields: Field[]; reason: string | null }
/** `at` is the place of the deed that is being changed; behind the last for a new one. */
type Editing = { kind: ComposerKind; at: number }

/** What a draft does to every goal: each deed can be changed or left out, and others added. The preview is worked out anew. */
export function SetDeeds({ set: { id, deeds }, fields, reason }: Props) {
  const today = useToday()
  const save = useSaveChangeSet(id)
  const [editing, setEditing] = useState<Editing | null>(null)
  if (deeds.length === 0) return null
  const saveDeeds = (next: Deed[]) => save.mutate({ deeds: next }, { onSuccess: () => setEditing(null) })
  const edit = (next: Editing) => {
    save.reset()
    setEditing(next)
  }
  const lock = { 'aria-disabled': reason !== null || undefined, title: reason ?? undefined }
  return (
    <div className={classes.line} role="group" aria-label={texts.whatIsDoneToEveryGoal}>
      {deeds.map((deed, at) => {
        const words = deedWords(deed, fields, today)
        return (
          <span key={`${at} ${words}`} className={classes.deed}>
            <button
              type="button"
              className={classes.words}
              {...lock}
              title={reason ?? common.changeIt}
              onClick={() => reason === null && edit({ kind: kindOf(deed), at })}
            >
              {words}
            </button>
            {deeds.length > 1 && (
              <button
                type="button"
                className={classes.leave}
                {...lock}
                aria-label={texts.leaveOut(words)}
                onClick={() =>
                  reason === null && !save.isPending && saveDeeds(deeds.filter((_, place) => place !== at))
                }
              >
                <X size={12} aria-hidden="true" />
              </button>
            )}
          </span>
        )
      })}
      {deeds.length < mostDeeds && reason === null && (
        <Menu position="bottom-start" withinPortal={false}>
          <Menu.Target>
            <button type="button" className={classes.add}>
              <Plus size={14} aria-hidden="true" />
              {texts.doSomethingElseAsWell}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {composerKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => edit({ kind, at: deeds.length })}>
                {kindWords[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {save.error && !editing && (
        <span role="alert" className={classes.problem}>
          {asApiError(save.error).detail}
        </span>
      )}
      {editing && (
        <Suspense fallback={null}>
          <DeedDialog
            kind={editing.kind}
            title={editing.at < deeds.length ? texts.changeWhatIsDone : texts.doSomethingElseAsWell}
            deedLabel={texts.previewAnew}
            initial={deeds[editing.at] ?? null}
            mutation={save}
            onDeed={(deed) => saveDeeds([...deeds.slice(0, editing.at), deed, ...deeds.slice(editing.at + 1)])}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </div>
  )
}
