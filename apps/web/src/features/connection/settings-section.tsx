import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
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
    <Section id="settings" title={texts.settings} about={texts.forThisInstallationAndFor}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset className={classes.fields} disabled={reason !== null}>
          <TextInput
            label={texts.addressOfAGoalInGainsight}
            description={texts.andAreFilledInEmptyHides}
            placeholder={texts.httpsExampleGainsightcloudCom}
            error={errors.addressPattern?.message}
            {...register('addressPattern')}
          />
          <TextInput
            label={texts.fieldThatProvesACreate}
            description={texts.aCustomTextFieldOfThe}
            error={errors.correlationField?.message}
            {...register('correlationField')}
          />
          <Textarea
            autosize
            minRows={3}
            label={texts.attributesOfCompanies}
            description={texts.namesOfCompanyFieldsThatBecome}
            error={errors.companyAttributes?.message}
            {...register('companyAttributes')}
          />
          <Textarea
            autosize
            minRows={2}
            label={texts.customFieldsThatTheTenantDoes}
            description={texts.oneALineNameLabelType}
            error={errors.typedFields?.message}
            {...register('typedFields')}
          />
        </fieldset>
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={!formState.isDirty} {...lock}>
            {texts.saveSettings}
          </Button>
          {save.error && (
            <span role="alert" className={classes.problem}>
              {asApiError(save.error).detail}
            </span>
          )}
          {save.isSuccess && !formState.isDirty && (
            <span role="status" className={classes.saved}>
              {common.saved}
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
