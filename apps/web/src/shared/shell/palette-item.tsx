import { keyWords } from '../commands/key-words.ts'
import { Marked } from '../ui/marked.tsx'
import type { PaletteItem } from './palette.tsx'
import classes from './palette-item.module.css'

type Props = { id: string; item: PaletteItem; isChosen: boolean; onPoint: () => void; onGo: () => void }

/** A line of the palette: what it is, what tells it from others, and the key that does the same. */
export function PaletteItemView({ id, item, isChosen, onPoint, onGo }: Props) {
  const hint = item.reason ?? item.hint
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={item.reason ? true : undefined}
      className={classes.item}
      onPointerMove={onPoint}
      onClick={onGo}
    >
      {item.icon}
      <span className={classes.label}>
        <Marked text={item.label} marks={item.marks ?? []} />
      </span>
      {hint && <span className={classes.hint}>{hint}</span>}
      {item.key && <kbd className={classes.key}>{keyWords(item.key)}</kbd>}
    </div>
  )
}
