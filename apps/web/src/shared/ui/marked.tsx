import { Fragment } from 'react'
import classes from './marked.module.css'

/** A text with parts of it marked, each from one character up to another, in their order. */
export function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark className={classes.mark}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
