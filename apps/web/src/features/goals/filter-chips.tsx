import * as texts from '@goalkeeper/texts/goals-filter-first'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { keptSentence, type Wording } from '@goalkeeper/filter/sentence'
import { switched } from '@goalkeeper/filter/switched-off'
import { isCondition, type KeptFilter } from '@goalkeeper/filter/tree'
import { searchedWord } from '@goalkeeper/filter/word-search'
import { X } from 'lucide-react'
import classes from './filter-chips.module.css'

type Props = {
  value: KeptFilter | null
  onChange: (value: KeptFilter | null) => void
  wording: Wording
  /** Where the filter can be looked at and changed. */
  onOpen: () => void
}

/** The filter at a glance: a chip for everything that has to hold, each of which can be taken away, and what is switched off switched on. */
export function FilterChips({ value, onChange, wording, onOpen }: Props) {
  const parts = partsOf(value)
  if (parts.length === 0) return null
  return (
    <ul className={classes.chips} aria-label={texts.filter}>
      {parts.map((part, index) => {
        const isOff = 'off' in part
        const written = isOff ? part.off : part
        const sentence = keptSentence(written, wording)
        return (
          <li key={JSON.stringify(part)} className={classes.chip} data-off={isOff || undefined}>
            {isOff && (
              <button
                type="button"
                className={classes.off}
                aria-label={texts.offSwitchOn(sentence)}
                title={texts.switchedOffClickToSwitchIt}
                onClick={() => onChange(joinParts(parts.with(index, switched(part))))}
              >
                {texts.off}
              </button>
            )}
            <button type="button" className={classes.words} title={sentence} onClick={onOpen}>
              {chipWords(written, sentence, wording)}
            </button>
            <button
              type="button"
              className={classes.remove}
              aria-label={texts.remove(sentence)}
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
            {texts.clear}
          </button>
        </li>
      )}
    </ul>
  )
}

/** A condition in words; a group by its size, because its words would be too many. */
function chipWords(part: KeptFilter, sentence: string, { fields }: Wording): string {
  if (isCondition(part) || searchedWord(part, fields) !== null) return sentence
  if ('and' in part) return texts.allOf(sizeWords(part.and))
  if ('or' in part) return texts.anyOf(sizeWords(part.or))
  return 'not' in part && 'or' in part.not ? texts.noneOf(sizeWords(part.not.or)) : sentence
}

/** How many members are at work, and how many are not. */
function sizeWords(members: KeptFilter[]): string {
  const off = members.filter((member) => 'off' in member).length
  return off === 0 ? String(members.length) : texts.offOf(members.length - off, off)
}
