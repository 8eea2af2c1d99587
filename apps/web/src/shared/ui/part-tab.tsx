import { grouped } from '@goalkeeper/texts/counted'
import classes from './part-tab.module.css'

type Props = {
  words: string
  /** How many it shows; null where that is not known or says nothing. */
  size: number | null
  isShown: boolean
  onShow: () => void
}

/** A part of a list and how much is in it. Without any it stays where it is, greyed, so that nothing jumps. */
export function PartTab({ words, size, isShown, onShow }: Props) {
  return (
    <button
      type="button"
      className={classes.tab}
      aria-pressed={isShown}
      data-none={size === 0 || undefined}
      onClick={onShow}
    >
      {words}
      {size !== null && (
        <>
          {' '}
          <span className={classes.count}>{grouped(size)}</span>
        </>
      )}
    </button>
  )
}
