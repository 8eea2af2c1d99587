import type { Meaning } from '@goalkeeper/contract/catalogue'
import classes from './status-label.module.css'
import { StatusShape } from './status-shape.tsx'

type Props = { name: string; meaning: Meaning | null; color?: string | null }

/** A status as every screen shows it: shape, then the tenant's word for it. */
export function StatusLabel({ name, meaning, color = null }: Props) {
  return (
    <span className={classes.label} title={meaning && meaning !== name.toLowerCase() ? `${name}: ${meaning}` : name}>
      <StatusShape meaning={meaning} color={color} />
      <span className={classes.word}>{name}</span>
    </span>
  )
}
