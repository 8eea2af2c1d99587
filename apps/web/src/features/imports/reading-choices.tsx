import type { Field } from '@goalkeeper/contract/catalogue'
import type { Mapping } from '@goalkeeper/contract/imports'
import { filterSentence } from '@goalkeeper/filter/sentence'
import { NativeSelect, Textarea } from '@mantine/core'
import { useFormContext, useWatch } from 'react-hook-form'
import { filterInAddress } from '#web/shared/access/filter-in-address.ts'
import type { MappingForm } from './mapping-form.ts'
import classes from './reading-choices.module.css'

type Choices<Value extends string> = Record<Value, string>

const dates: Choices<Mapping['dates']> = {
  iso: 'Year first: 2031-03-31',
  'day-month-year': 'Day first: 31.03.2031, 31/3/2031',
  'month-day-year': 'Month first: 03/31/2031',
  words: 'In words: 31 Mar 2031',
}
const decimals: Choices<Mapping['decimal']> = { '.': 'A point: 1,234.5', ',': 'A comma: 1.234,5' }
const empties: Choices<Mapping['empty']> = {
  keep: 'leaves the field as it is',
  clear: 'empties the field',
}
const matches: Choices<Mapping['match']> = {
  'name-and-parent': 'by Gsid, or name and company',
  gsid: 'by Gsid alone',
  never: 'never: every row is a new goal',
}
const eaches: Choices<MappingForm['each']> = {
  row: 'one goal',
  company: 'a goal for each company of a filter',
}

type Props = { fields: Field[]; isLocked: boolean }

/** How cells are read, and how rows find the goals that are there. */
export function ReadingChoices({ fields, isLocked }: Props) {
  const { register, control, formState } = useFormContext<MappingForm>()
  const [each, address] = useWatch({ control, name: ['each', 'address'] })
  const filter = filterInAddress(address)
  return (
    <fieldset className={classes.choices} disabled={isLocked}>
      <legend className={classes.legend}>How it is read</legend>
      <NativeSelect label="Dates" data={dataOf(dates)} {...register('dates')} />
      <NativeSelect label="Decimals" data={dataOf(decimals)} {...register('decimal')} />
      <NativeSelect label="An empty cell" data={dataOf(empties)} {...register('empty')} />
      <NativeSelect label="Goals that are there are found" data={dataOf(matches)} {...register('match')} />
      <NativeSelect label="A row is" data={dataOf(eaches)} {...register('each')} />
      {each === 'company' && (
        <div className={classes.wide}>
          <Textarea
            autosize
            minRows={2}
            maxRows={6}
            label="Address of a list"
            description="Filter a list by what is known of companies (name, CSM, attributes), copy its link, and paste it here. Empty: every company. Companies without a goal count as well."
            placeholder={`${location.origin}/goals?filter=…`}
            error={formState.errors.address?.message}
            {...register('address')}
          />
          <p className={classes.hint}>
            {filter
              ? `Each row becomes a goal of every company whose ${filterSentence(filter, { fields })}.`
              : 'Each row becomes a goal of every company.'}
          </p>
        </div>
      )}
    </fieldset>
  )
}

const dataOf = (choices: Record<string, string>) => Object.entries(choices).map(([value, label]) => ({ value, label }))
