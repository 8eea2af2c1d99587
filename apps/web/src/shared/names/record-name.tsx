import type { NamedKind } from '@goalkeeper/contract/catalogue'
import type { ReactNode } from 'react'
import classes from './record-name.module.css'
import { shortId } from './shown-kind.ts'
import { useNames } from './use-names.ts'

type Props = {
  kind: NamedKind
  id: string
  /** What stands for a record that nobody could name, in place of the end of its id. */
  unnamed?: ReactNode
}

/** The name of a record, with its id as the tooltip; quietly the end of the id until the name is known. */
export function RecordName({ kind, id, unnamed }: Props) {
  const name = useNames(kind, [id]).get(id)
  if (name) return <span title={id}>{name}</span>
  if (name === null && unnamed) return unnamed
  return (
    <span className={classes.id} title={id}>
      {shortId(id)}
    </span>
  )
}
