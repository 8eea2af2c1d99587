import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { filterSentence, type Wording } from '@goalkeeper/filter/sentence'
import { isCondition, type FilterTree } from '@goalkeeper/filter/tree'
import { searchedWord } from '@goalkeeper/filter/word-search'
import { X } from 'lucide-react'
import classes from './filter-chips.module.css'

type Props = {
  value: FilterTree | null
  onChange: (value: FilterTree | null) => void
  wording: Wording
  /** Where the filter can be looked at and changed. */
  onOpen: () => void
}

/** The filter at a glance: a chip for everything that has to hold, each of which can be taken away. */
export function FilterChips({ value, onChange, wording, onOpen }: Props) {
  const parts = partsOf(value)
  if (parts.length === 0) return null
  return (
    <ul className={classes.chips} aria-label="Filter">
      {parts.map((part, index) => {
        const sentence = filterSentence(part, wording)
        return (
          <li key={JSON.stringify(part)} className={classes.chip}>
            <button type="button" className={classes.words} title={sentence} onClick={onOpen}>
              {chipWords(part, sentence, wording)}
            </button>
            <button
              type="button"
              className={classes.remove}
              aria-label={`Remove: ${sentence}`}
              onClick={() => onChange(joinParts(parts.toSpliced(index, 1)))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        )
      })}
      {parts.length > 1 && (
        <li>
          <button type="button" className={classes.clear} onClick={() => onChange(null)}>
            Clear
          </button>
        </li>
      )}
    </ul>
  )
}

/** A condition in words; a group by its size, because its words would be too many. */
function chipWords(part: FilterTree, sentence: string, { fields }: Wording): string {
  if (isCondition(part) || searchedWord(part, fields) !== null) return sentence
  if ('and' in part) return `all of ${part.and.length}`
  if ('or' in part) return `any of ${part.or.length}`
  return 'or' in part.not ? `none of ${part.not.or.length}` : sentence
}
