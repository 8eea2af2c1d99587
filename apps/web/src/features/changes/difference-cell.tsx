import type { Difference } from '@goalkeeper/contract/changes'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { DifferenceSide, type Known } from './difference-side.tsx'
import classes from './difference.module.css'
import { LinkDifference } from './link-difference.tsx'
import { isLinkField } from './link-sides.ts'

type Props = { difference: Difference; isNew: boolean; known: Known }

/** Before → after in one line. What was added behind a long text is told alone. */
export function DifferenceCell({ difference, isNew, known }: Props) {
  const { field: name, before, after } = difference
  const field = useNamedField(
    known.fields.find((each) => each.name === name),
    [before, after],
  )
  if (isLinkField(name)) return <LinkDifference difference={difference} most={2} />
  const added = field?.type === 'html' ? addedText(before, after) : null
  if (added !== null)
    return (
      <span className={classes.after} title={added}>
        + {added}
      </span>
    )
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

/** The words that stand behind those that stood there before; null when it is not as simple as that. */
function addedText(before: Difference['before'], after: Difference['after']): string | null {
  const [old, now] = [textOfHtml(String(before ?? '')), textOfHtml(String(after ?? ''))]
  return old !== '' && now.length > old.length && now.startsWith(old) ? now.slice(old.length).trim() : null
}
