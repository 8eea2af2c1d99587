import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
import { meanings, type Meaning, type Status } from '@goalkeeper/contract/catalogue'
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useForm, useWatch, type Control } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { useSaveStatuses } from './connection-queries.ts'
import classes from './connection.module.css'
import { Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'
import { suggestMeaning } from './suggest-meaning.ts'

/** '' stands for "not said" and "colour of its meaning": a select and a swatch know no null. */
type Row = { gsid: string | null; name: string; meaning: Meaning | ''; color: string; source: Status['source'] }
type Form = { statuses: Row[] }

const sources = { tenant: texts.fromGainsight, seen: texts.seenOnGoals, typed: texts.typedInHere }

/** What each status stands for, its place and its colour. Asked once; suggestions by name count only when saved. */
export function StatusSection({ statuses, notice }: { statuses: Status[]; notice: string | null }) {
  const save = useSaveStatuses()
  const { lock } = useConnectionLock()
  const { control, handleSubmit, register, formState, reset } = useForm<Form>({
    values: { statuses: statuses.map(rowOf) },
    resetOptions: { keepDirtyValues: true },
  })
  const { fields, append, move, remove } = useFieldArray({ control, name: 'statuses' })
  const [typedName, setTypedName] = useState('')
  const unanswered = statuses.filter(({ meaning }) => meaning === null).length

  const submit = handleSubmit(({ statuses: rows }) => {
    const answers = rows.map(({ gsid, name, meaning, color }, order) => ({
      id: gsid,
      name,
      // The select is required: no row comes here without a meaning.
      meaning: meaning as Meaning,
      order,
      color: color || null,
    }))
    save.mutate(answers, { onSuccess: () => reset({ statuses: rows }) })
  })

  return (
    <Section
      id="statuses"
      title={common.statuses}
      about={
        unanswered > 0
          ? texts.whatDoesEachStatusMeanOpen(unanswered, statuses.length)
          : texts.openOverdueTheColoursAndThe
      }
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {notice && <p className={classes.saved}>{notice}</p>}
        <ul className={classes.statuses} aria-label={common.statuses}>
          {fields.map((row, index) => (
            <li key={row.id} className={classes.status}>
              <LiveShape control={control} index={index} />
              <div className={classes.name}>
                {row.name} <span className={classes.source}>{sources[row.source]}</span>
              </div>
              <NativeSelect
                className={classes.meaning}
                aria-label={texts.meaningOf(row.name)}
                data={[{ value: '', label: texts.whatDoesItMean }, ...meanings]}
                error={formState.errors.statuses?.[index]?.meaning?.message}
                {...register(`statuses.${index}.meaning`, { required: texts.sayWhatMeans(row.name) })}
              />
              <ColorChoice control={control} index={index} name={row.name} register={register} />
              <div className={classes.moves}>
                <ActionIcon
                  aria-label={texts.moveUp(row.name)}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={texts.moveDown(row.name)}
                  disabled={index === fields.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowDown size={16} />
                </ActionIcon>
                {row.source === 'typed' && (
                  <ActionIcon aria-label={texts.remove(row.name)} onClick={() => remove(index)}>
                    <Trash2 size={16} />
                  </ActionIcon>
                )}
              </div>
            </li>
          ))}
        </ul>
        <div className={classes.row}>
          <TextInput
            className={classes.grow}
            label={texts.aStatusThatIsMissingAbove}
            description={texts.exactlyAsGainsightSpellsIt}
            value={typedName}
            onChange={(event) => setTypedName(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!typedName.trim() || fields.some(({ name }) => name === typedName.trim())}
            onClick={() => {
              const name = typedName.trim()
              append({ gsid: null, name, meaning: suggestMeaning(name) ?? '', color: '', source: 'typed' })
              setTypedName('')
            }}
          >
            {texts.addStatus}
          </Button>
        </div>
        <div className={classes.foot}>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={fields.length === 0 || (!formState.isDirty && unanswered === 0)}
            {...lock}
          >
            {texts.saveStatuses}
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

const rowOf = (status: Status): Row => ({
  gsid: status.id,
  name: status.name,
  meaning: status.meaning ?? suggestMeaning(status.name) ?? '',
  color: status.color ?? '',
  source: status.source,
})

function LiveShape({ control, index }: { control: Control<Form>; index: number }) {
  const [meaning, color] = useWatch({ control, name: [`statuses.${index}.meaning`, `statuses.${index}.color`] })
  return (
    <span className={classes.shape}>
      <StatusShape meaning={meaning || null} color={color || null} />
    </span>
  )
}

type ColorProps = {
  control: Control<Form>
  index: number
  name: string
  register: ReturnType<typeof useForm<Form>>['register']
}

/** A colour of its own, or none. The browser's own picker: it has no "none", so that is a button. */
function ColorChoice({ control, index, name, register }: ColorProps) {
  const color = useWatch({ control, name: `statuses.${index}.color` })
  const field = register(`statuses.${index}.color`)
  const clear = () => void field.onChange({ target: { name: field.name, value: '' } })
  return (
    <div className={classes.color}>
      {color ? (
        <>
          <input type="color" className={classes.swatch} aria-label={texts.colourOf(name)} {...field} />
          <ActionIcon aria-label={texts.colourOfItsMeaningFor(name)} title={texts.colourOfItsMeaning} onClick={clear}>
            <RotateCcw size={14} />
          </ActionIcon>
        </>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void field.onChange({ target: { name: field.name, value: '#2457c5' } })}
        >
          {texts.ownColour}
        </Button>
      )}
    </div>
  )
}
