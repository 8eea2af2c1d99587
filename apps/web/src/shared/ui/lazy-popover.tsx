import { lazy, Suspense, useId, useState, type ComponentType, type ReactNode } from 'react'
import classes from './lazy-popover.module.css'

const PopoverPanel = lazy(() => import('./popover-panel.tsx').then((module) => ({ default: module.PopoverPanel })))

/** What the button of a popover has to carry. */
export type PopoverTrigger = {
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onPointerEnter: () => void
  onPointerDown: () => void
  onClick: () => void
  ref: (button: HTMLButtonElement | null) => void
}

type Props<ContentProps extends object> = {
  label: string
  width?: number | 'auto'
  load: () => Promise<ComponentType<ContentProps & { onClose: () => void }>>
  contentProps: ContentProps
  button: (trigger: PopoverTrigger) => ReactNode
}

/** A button whose popover, and the machinery to place it, are fetched when someone reaches for it. Escape closes it and gives the focus back. */
export function LazyPopover<ContentProps extends object>(props: Props<ContentProps>) {
  const { label, width = 'auto', load, contentProps } = props
  const [Content] = useState(() => lazy(async () => ({ default: await load() })))
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    button?.focus()
  }

  return (
    <span className={classes.anchor}>
      {props.button({
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        onPointerEnter: () => void load(),
        // A press on the button counts as one outside of the popover, which closes it before the click arrives.
        onPointerDown: () => setWasOpen(isOpen),
        onClick: () => {
          setOpen(!wasOpen)
          setWasOpen(false)
        },
        ref: setButton,
      })}
      {isOpen && (
        <Suspense fallback={null}>
          <PopoverPanel id={id} label={label} width={width} onClose={close}>
            <Content {...contentProps} onClose={close} />
          </PopoverPanel>
        </Suspense>
      )}
    </span>
  )
}
