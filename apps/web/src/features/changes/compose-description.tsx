import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-compose'
import { Radio } from '@mantine/core'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { LazyRichTextField } from '#web/shared/rich-text/lazy-rich-text-field.tsx'
import { canClear, cannotClear } from '#web/shared/writes/update-body.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'

/** Adds to descriptions, replaces them, or empties them. */
export function ComposeDescription({ formId, initial, onDeed }: ComposerProps) {
  const mayClear = canClear('Description', useClearBy())
  const set = initial?.kind === 'set' && initial.field === 'Description' ? initial : null
  const appended = initial?.kind === 'append' ? initial.html : null
  const { control, handleSubmit } = useForm({
    defaultValues: {
      how: set === null ? 'append' : set.value === null ? 'empty' : 'replace',
      html: appended ?? (typeof set?.value === 'string' ? set.value : ''),
    },
  })
  const how = useWatch({ control, name: 'how' })
  const submit = handleSubmit(({ how: chosen, html }) => {
    if (chosen === 'append') onDeed({ kind: 'append', html })
    else onDeed({ kind: 'set', field: 'Description', value: chosen === 'empty' ? null : html })
  })
  return (
    <form id={formId} className={classes.form} noValidate onSubmit={submit}>
      <Controller
        control={control}
        name="how"
        render={({ field: { value, onChange } }) => (
          <Radio.Group label={common.description} value={value} onChange={onChange}>
            <div className={classes.choices}>
              <Radio
                size="xs"
                value="append"
                label={texts.addATextBehindEach}
                description={texts.whatStandsThereStaysAsIt}
              />
              <Radio size="xs" value="replace" label={texts.replaceEachByOneText} />
              <Radio
                size="xs"
                value="empty"
                label={texts.emptyIt}
                disabled={!mayClear}
                {...(!mayClear && { description: cannotClear })}
              />
            </div>
          </Radio.Group>
        )}
      />
      {how !== 'empty' && (
        <Controller
          control={control}
          name="html"
          rules={{ validate: (html, form) => form.how === 'empty' || html.trim() !== '' || texts.writeAText }}
          render={({ field: { value, onChange }, fieldState }) => (
            <div>
              <LazyRichTextField label={common.text} original="" value={value} onChange={onChange} />
              {fieldState.error && (
                <p role="alert" className={classes.problem}>
                  {fieldState.error.message}
                </p>
              )}
            </div>
          )}
        />
      )}
    </form>
  )
}
