import type { Difference } from '@goalkeeper/contract/changes'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { DifferenceSide, type Known } from './difference-side.tsx'
import classes from './difference.module.css'
import { LinkDifference } from './link-difference.tsx'
import { isLinkField } from './link-sides.ts'
import { shortDiff } from './word-diff.ts'
import { WordDifference } from './word-difference.tsx'

type Props = { difference: Difference; isNew: boolean; known: Known }

/** Before → after in one line. Of a long text only what changes is shown, with the words beside it. */
export function DifferenceCell({ difference, isNew, known }: Props) {
  const { field: name, before, after } = difference
  const field = useNamedField(
    known.fields.find((each) => each.name === name),
    [before, after],
  )
  if (isLinkField(name)) return <LinkDifference difference={difference} most={2} />
  const isText = field?.type === 'html' || field?.type === 'text'
  if (isText && isLong(before) && isLong(after))
    return <WordDifference parts={shortDiff(textOfHtml(String(before)), textOfHtml(String(after)))} />
  const named = field ? { ...known, fields: [field] } : known
  return (
    <>
      {!isNew && (
        <>
          <span className={classes.before}>
            <DifferenceSide name={name} value={before} known={named} />
          </span>
          <span className={classes.arrow}>→</span>
        </>
      )}
      <span className={classes.after}>
        <DifferenceSide name={name} value={after} known={named} />
      </span>
    </>
  )
}

/** Two of them do not stand beside each other in a cell. */
const longest = 12
const isLong = (value: FieldValue) => typeof value === 'string' && value.length > longest
