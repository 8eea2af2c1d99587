import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { fullDate } from '#web/shared/time/calendar-date.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { grouped } from '@goalkeeper/texts/counted'

/** A field's value as one line of text, by its type; an empty one is "–". */
export function valueText(
  value: FieldValue,
  field: Pick<Field, 'type' | 'dataType' | 'decimalPlaces' | 'options'>,
): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–'
  if (Array.isArray(value)) return value.map((each) => labelOf(each, field)).join(', ')
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (typeof value === 'number')
    return field.type === 'datetime' ? exactInstant(value).slice(0, -3) : numberText(value, field)
  if (field.type === 'date') return fullDate(value)
  return field.type === 'html' ? textOfHtml(value) : labelOf(value, field)
}

function numberText(value: number, { dataType, decimalPlaces }: Pick<Field, 'dataType' | 'decimalPlaces'>): string {
  const digits =
    decimalPlaces === null
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimalPlaces, maximumFractionDigits: decimalPlaces }
  const text = grouped(value, digits)
  return dataType === 'PERCENTAGE' ? `${text} %` : text
}

const labelOf = (value: string, { options }: Pick<Field, 'options'>) =>
  options.find((option) => option.value === value)?.label ?? value
