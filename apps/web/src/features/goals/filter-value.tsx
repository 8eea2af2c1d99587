import * as texts from '@goalkeeper/texts/goals-filter'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FilterValue, Operator } from '@goalkeeper/filter/tree'
import { FilterChoiceValues } from './filter-choice-values.tsx'
import { FilterDateValues } from './filter-date-values.tsx'
import { FilterNumberValues } from './filter-number-values.tsx'
import { editorOf } from './filter-operators.ts'
import { FilterSelect } from './filter-select.tsx'
import { FilterTextValues } from './filter-text-values.tsx'

type Props = {
  field: Field
  op: Operator
  value: FilterValue[]
  onChange: (value: FilterValue[]) => void
  /** Enter in a field that is typed into. */
  onEnter: () => void
}

const yesAndNo = [
  { value: 'true', label: texts.yes },
  { value: 'false', label: texts.no },
] as const

/** The editor that a condition's values need. */
export function FilterValueEditor({ field, op, value, onChange, onEnter }: Props) {
  const shared = { label: texts.valueOf(field.label), value, onChange }
  const isRange = op === 'BTW'
  switch (editorOf(field.type, op)) {
    case 'none':
      return null
    case 'choices':
      return <FilterChoiceValues field={field} value={value} onChange={onChange} />
    case 'number':
      return <FilterNumberValues {...shared} isRange={isRange} onEnter={onEnter} />
    case 'date':
      return <FilterDateValues {...shared} type={field.type} isRange={isRange} />
    case 'boolean':
      return (
        <FilterSelect
          tone="boxed"
          label={shared.label}
          value={value[0] === false ? 'false' : 'true'}
          options={yesAndNo}
          onChange={(chosen) => onChange([chosen === 'true'])}
        />
      )
    case 'text':
      return <FilterTextValues {...shared} onEnter={onEnter} />
  }
}
