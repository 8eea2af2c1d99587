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
  viewer: 'Reads goals, and what is known of them.',
  editor: 'Also creates goals, changes them and links them, one at a time.',
  operator: 'Also changes many goals at once.',
}

const tokenForm = z
  .object({
    name: z.string().trim().min(1, 'Give it a name: it stands beside what it changes.').max(80),
    role: z.enum(tokenRoles),
    reach: z.enum(['all', 'some']),
    routes: z.array(z.string()),
    days: z.enum(lifetimes),
  })
  .refine(({ reach, routes }) => reach === 'all' || routes.length > 0, {
    path: ['routes'],
    message: 'Choose at least one call.',
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
        title="The token is made"
        size={640}
        closeOnClickOutside={false}
        withCloseButton={false}
      >
        <TokenSecret {...create.data} onClose={onClose} />
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title="New token" size={560} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Name"
          description="What it is for, such as “Nightly report”. It stands beside everything that it changes."
          data-autofocus
          error={errors.name?.message}
          {...register('name')}
        />
        <Controller
          control={control}
          name="role"
          render={({ field: { value, onChange } }) => (
            <Radio.Group
              label="Role"
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
            <Radio.Group label="Calls" value={value} onChange={onChange}>
              <div className={classes.choices}>
                <Radio size="xs" value="all" label="All that its role may" />
                <Radio size="xs" value="some" label="Only some" />
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
                label="Which calls"
                description="By their operation ids in the API’s description."
                data={offered}
                value={value}
                onChange={onChange}
                searchable
                hidePickedOptions
                maxDropdownHeight={240}
                nothingFoundMessage="Its role may make no call of this name"
                placeholder={value.length === 0 ? 'Search calls' : ''}
                error={errors.routes?.message}
              />
            )}
          />
        )}
        <NativeSelect
          label="Works for"
          data={lifetimes.map((days) => ({ value: days, label: `${days} days, until ${until(days)}` }))}
          {...register('days')}
        />
        {create.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(create.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            Make token
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
