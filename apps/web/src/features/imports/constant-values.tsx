import * as texts from '@goalkeeper/texts/imports-columns'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { Plus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useController } from 'react-hook-form'
import { fieldLabel } from '#web/shared/differences/difference-side.tsx'
import { fieldValueOf } from '#web/shared/form/field-value-of.ts'
import { editableFields } from '#web/shared/form/form-values.ts'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { valueText } from '#web/shared/ui/value-text.ts'
import classes from './constant-values.module.css'
import type { MappingForm } from './mapping-form.ts'

const ConstantDialog = lazy(() =>
  import('./constant-dialog.tsx').then((module) => ({ default: module.ConstantDialog })),
)

type Props = { fields: Field[]; statuses: Status[]; isLocked: boolean }

/** Values that every row takes which has none of its own. */
export function ConstantValues({ fields, statuses, isLocked }: Props) {
  const { field } = useController<MappingForm, 'constants'>({ name: 'constants' })
  const [editing, setEditing] = useState<{ name: string | null } | null>(null)
  const constants = field.value
  const set = (name: string, value: CustomValue) => {
    field.onChange({ ...constants, [name]: value })
    setEditing(null)
  }
  const leaveOut = (name: string) =>
    field.onChange(Object.fromEntries(Object.entries(constants).filter(([each]) => each !== name)))
  return (
    <section className={classes.part} aria-labelledby="constant-values">
      <h2 id="constant-values" className={classes.title}>
        {texts.forEveryRowWithoutAValue}
      </h2>
      <ul className={classes.list}>
        {Object.entries(constants).map(([name, value]) => {
          const label = fieldLabel(name, fields)
          return (
            <li key={name} className={classes.constant}>
              <button
                type="button"
                className={classes.words}
                disabled={isLocked}
                title={common.changeIt}
                onClick={() => setEditing({ name })}
              >
                {label}: {wordsOf(name, value, fields)}
              </button>
              <button
                type="button"
                className={classes.leave}
                disabled={isLocked}
                aria-label={texts.leaveOut(label)}
                onClick={() => leaveOut(name)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          )
        })}
        <li>
          <ToolButton
            tone="outlined"
            icon={<Plus size={14} aria-hidden="true" />}
            disabled={isLocked}
            aria-haspopup="dialog"
            onClick={() => setEditing({ name: null })}
          >
            {texts.addAValue}
          </ToolButton>
        </li>
      </ul>
      {editing && (
        <Suspense fallback={null}>
          <ConstantDialog
            fields={editableFields(fields).filter(
              ({ name }) => name === editing.name || !Object.hasOwn(constants, name),
            )}
            statuses={statuses}
            initial={editing.name === null ? null : { name: editing.name, value: constants[editing.name] ?? null }}
            onValue={set}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

function wordsOf(name: string, value: CustomValue, fields: readonly Field[]): string {
  const field = fields.find((each) => each.name === name)
  return field ? valueText(fieldValueOf(value), field) : String(value)
}
