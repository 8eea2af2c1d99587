import type { Settings } from '@goalkeeper/contract/connection'
import { Button, Textarea, TextInput } from '@mantine/core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useSaveSettings } from './connection-queries.ts'
import classes from './connection.module.css'
import { Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'
import { settingsForm, settingsOf, type SettingsForm } from './settings-form.ts'

/** What an admin types in because the tenant will not tell. */
export function SettingsSection({ settings }: { settings: Settings }) {
  const save = useSaveSettings()
  const { lock, reason } = useConnectionLock()
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(settingsForm),
    values: formOf(settings),
  })
  const { errors } = formState
  const submit = handleSubmit((form) => save.mutate(settingsOf(form), { onSuccess: (saved) => reset(formOf(saved)) }))
  return (
    <Section id="settings" title="Settings" about="For this installation, and for everyone who uses it.">
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset className={classes.fields} disabled={reason !== null}>
          <TextInput
            label="Address of a goal in Gainsight"
            description="{gsid}, {companyId} and {relationshipId} are filled in. Empty hides “Open in Gainsight”."
            placeholder="https://example.gainsightcloud.com/v1/ui/customersuccess360?cid={companyId}#/goals"
            error={errors.addressPattern?.message}
            {...register('addressPattern')}
          />
          <TextInput
            label="Field that proves a create"
            description="A custom text field of the goal, such as goalkeeper_id__gc. Each create is stamped with a number of ours there, so that one whose answer was lost can be told for certain."
            error={errors.correlationField?.message}
            {...register('correlationField')}
          />
          <Textarea
            autosize
            minRows={3}
            label="Attributes of companies"
            description="Names of company fields that become columns, one a line, such as Arr or Csm__gr.Name."
            error={errors.companyAttributes?.message}
            {...register('companyAttributes')}
          />
          <Textarea
            autosize
            minRows={2}
            label="Custom fields that the tenant does not list"
            description="One a line: name, label, type. For example: region__gc, Region, PICKLIST"
            error={errors.typedFields?.message}
            {...register('typedFields')}
          />
        </fieldset>
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={!formState.isDirty} {...lock}>
            Save settings
          </Button>
          {save.error && (
            <span role="alert" className={classes.problem}>
              {asApiError(save.error).detail}
            </span>
          )}
          {save.isSuccess && !formState.isDirty && (
            <span role="status" className={classes.saved}>
              Saved.
            </span>
          )}
        </div>
      </form>
    </Section>
  )
}

const formOf = (settings: Settings): SettingsForm => ({
  addressPattern: settings.addressPattern ?? '',
  correlationField: settings.correlationField ?? '',
  companyAttributes: settings.companyAttributes.join('\n'),
  typedFields: settings.typedFields.map(({ name, label, dataType }) => `${name}, ${label}, ${dataType}`).join('\n'),
})
