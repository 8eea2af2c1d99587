import classes from './difference.module.css'
import type { DiffPart } from './word-diff.ts'

/** A text in which the words that go are struck and those that come are strong. */
export function WordDifference({ parts }: { parts: DiffPart[] }) {
  return (
    <span className={classes.words}>
      {parts.map(({ kind, text }, place) => (
        <span key={place}>
          {place > 0 && ' '}
          {kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
        </span>
      ))}
    </span>
  )
}
