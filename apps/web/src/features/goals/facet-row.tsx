import classes from './facet-row.module.css'
import type { FacetLine } from './facets.ts'
import { grouped } from '@goalkeeper/texts/counted'

type Props = { line: FacetLine; most: number; isCounted: boolean; onToggle: () => void }

/** A value, its exact count, and a faint bar that compares it with the largest of its group. */
export function FacetRow({ line: { label, hint, count, isChosen }, most, isCounted, onToggle }: Props) {
  return (
    <label
      className={classes.row}
      data-empty={(isCounted && count === 0 && !isChosen) || undefined}
      title={hint ? `${label} · ${hint}` : label}
      style={{ '--share': `${(100 * count) / most}%` }}
    >
      <input type="checkbox" className={classes.box} checked={isChosen} onChange={onToggle} />
      <span className={classes.label}>
        {label}
        {hint && <span className={classes.hint}> {hint}</span>}
      </span>
      <span className={classes.count}>{isCounted ? grouped(count) : ''}</span>
    </label>
  )
}
