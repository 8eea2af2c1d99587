import * as texts from '@goalkeeper/texts/imports-columns'
import * as common from '@goalkeeper/texts/common'
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
  iso: texts.yearFirst,
  'day-month-year': texts.dayFirst,
  'month-day-year': texts.monthFirst,
  words: texts.dateInWords,
}
const decimals: Choices<Mapping['decimal']> = { '.': texts.decimalPoint, ',': texts.decimalComma }
const empties: Choices<Mapping['empty']> = {
  keep: texts.leavesTheFieldAsItIs,
  clear: texts.emptiesTheField,
}
const matches: Choices<Mapping['match']> = {
  'name-and-parent': texts.byGsidOrNameAndCompany,
  gsid: texts.byGsidAlone,
  never: texts.neverEveryRowIsANew,
}
const eaches: Choices<MappingForm['each']> = {
  row: texts.oneGoal,
  company: texts.aGoalForEachCompanyOf,
}

type Props = { fields: Field[]; isLocked: boolean }

/** How cells are read, and how rows find the goals that are there. */
export function ReadingChoices({ fields, isLocked }: Props) {
  const { register, control, formState } = useFormContext<MappingForm>()
  const [each, address] = useWatch({ control, name: ['each', 'address'] })
  const filter = filterInAddress(address)
  return (
    <fieldset className={classes.choices} disabled={isLocked}>
      <legend className={classes.legend}>{texts.howItIsRead}</legend>
      <NativeSelect label={texts.dates} data={dataOf(dates)} {...register('dates')} />
      <NativeSelect label={texts.decimals} data={dataOf(decimals)} {...register('decimal')} />
      <NativeSelect label={texts.anEmptyCell} data={dataOf(empties)} {...register('empty')} />
      <NativeSelect label={texts.goalsThatAreThereAreFound} data={dataOf(matches)} {...register('match')} />
      <NativeSelect label={texts.aRowIs} data={dataOf(eaches)} {...register('each')} />
      {each === 'company' && (
        <div className={classes.wide}>
          <Textarea
            autosize
            minRows={2}
            maxRows={6}
            label={common.addressOfAList}
            description={texts.filterAListByWhatIs}
            placeholder={`${location.origin}/goals?filter=…`}
            error={formState.errors.address?.message}
            {...register('address')}
          />
          <p className={classes.hint}>
            {filter
              ? texts.eachRowBecomesAGoalOf(filterSentence(filter, { fields }))
              : texts.eachRowBecomesAGoalOfTitle}
          </p>
        </div>
      )}
    </fieldset>
  )
}

const dataOf = (choices: Record<string, string>) => Object.entries(choices).map(([value, label]) => ({ value, label }))
