import * as texts from '@goalkeeper/texts/tokens'
import * as common from '@goalkeeper/texts/common'
import { zodResolver } from '@hookform/resolvers/zod'
import { tokenRoles } from '@goalkeeper/contract/tokens'
import { Button, Modal, MultiSelect, NativeSelect, Radio, TextInput } from '@mantine/core'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { asApiError } from '#web/shared/api/api-error.ts'
import { calendarDateAt, shortDate } from '#web/shared/time/calendar-date.ts'
import { useNowRoughly, useToday } from '#web/shared/time/use-clock.ts'
import classes from './new-token-dialog.module.css'
import { TokenSecret } from './token-secret.tsx'
import { routesFor } from './token-routes.ts'
import { useCreateToken } from './token-queries.ts'

const lifetimes = ['7', '30', '90', '365'] as const
const dayMs = 24 * 60 * 60 * 1000

const roleWords: Record<(typeof tokenRoles)[number], string> = {
  viewer: texts.readsGoalsAndWhatIsKnown,
  editor: texts.alsoCreatesGoalsChangesThemAnd,
  operator: texts.alsoChangesManyGoalsAtOnce,
}

const tokenForm = z
  .object({
    name: z.string().trim().min(1, texts.giveItANameItStands).max(80),
    role: z.enum(tokenRoles),
    reach: z.enum(['all', 'some']),
    routes: z.array(z.string()),
    days: z.enum(lifetimes),
  })
  .refine(({ reach, routes }) => reach === 'all' || routes.length > 0, {
    path: ['routes'],
    message: texts.chooseAtLeastOneCall,
  })
type TokenForm = z.infer<typeof tokenForm>

/** Makes a token: what it is called, what it may, and how long. Then it shows the secret, this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateToken()
  const today = useToday()
  const now = useNowRoughly()
  const { control, register, handleSubmit, formState, setValue } = useForm<TokenForm>({
    defaultValues: { name: '', role: 'viewer', reach: 'all', routes: [], days: '90' },
    resolver: zodResolver(tokenForm),
  })
  const { errors } = formState
  const [role, reach, routes] = useWatch({ control, name: ['role', 'reach', 'routes'] })
  const offered = routesFor(role)
  const until = (days: string) => shortDate(calendarDateAt(new Date(now + Number(days) * dayMs)), today)
  const submit = handleSubmit((form) =>
    create.mutate({
      name: form.name.trim(),
      role: form.role,
      routes: form.reach === 'all' ? null : form.routes,
      days: Number(form.days),
    }),
  )

  if (create.data)
    return (
      // A click beside it must not lose what is shown once.
      <Modal
        opened
        onClose={onClose}
        title={texts.theTokenIsMade}
        size={640}
        closeOnClickOutside={false}
        withCloseButton={false}
      >
        <TokenSecret {...create.data} onClose={onClose} />
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title={texts.newToken} size={560} closeButtonProps={{ 'aria-label': common.close }}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={common.name}
          description={texts.whatItIsForSuchAs}
          data-autofocus
          error={errors.name?.message}
          {...register('name')}
        />
        <Controller
          control={control}
          name="role"
          render={({ field: { value, onChange } }) => (
            <Radio.Group
              label={common.role}
              value={value}
              onChange={(next) => {
                const chosen = tokenRoles.find((each) => each === next) ?? value
                onChange(chosen)
                const may = routesFor(chosen)
                setValue(
                  'routes',
                  routes.filter((route) => may.includes(route)),
                )
              }}
            >
              <div className={classes.choices}>
                {tokenRoles.map((each) => (
                  <Radio key={each} size="xs" value={each} label={each} description={roleWords[each]} />
                ))}
              </div>
            </Radio.Group>
          )}
        />
        <Controller
          control={control}
          name="reach"
          render={({ field: { value, onChange } }) => (
            <Radio.Group label={texts.calls} value={value} onChange={onChange}>
              <div className={classes.choices}>
                <Radio size="xs" value="all" label={texts.allThatItsRoleMay} />
                <Radio size="xs" value="some" label={texts.onlySome} />
              </div>
            </Radio.Group>
          )}
        />
        {reach === 'some' && (
          <Controller
            control={control}
            name="routes"
            render={({ field: { value, onChange } }) => (
              <MultiSelect
                label={texts.whichCalls}
                description={texts.byTheirOperationIdsInThe}
                data={offered}
                value={value}
                onChange={onChange}
                searchable
                hidePickedOptions
                maxDropdownHeight={240}
                nothingFoundMessage={texts.itsRoleMayMakeNoCall}
                placeholder={value.length === 0 ? texts.searchCalls : ''}
                error={errors.routes?.message}
              />
            )}
          />
        )}
        <NativeSelect
          label={texts.worksFor}
          data={lifetimes.map((days) => ({ value: days, label: texts.daysUntil(days, until(days)) }))}
          {...register('days')}
        />
        {create.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(create.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            {texts.makeToken}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
