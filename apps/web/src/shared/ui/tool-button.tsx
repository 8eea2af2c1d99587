import * as texts from '@goalkeeper/texts/ui-first'
import * as common from '@goalkeeper/texts/common'
import { useImperativeHandle, useRef, type ComponentProps, type ReactNode } from 'react'
import type { CommandPlace } from '../commands/command-store.ts'
import { useCommands } from '../commands/use-commands.ts'
import classes from './tool-button.module.css'

/** A button as a command: what it is called there, and its single key. */
export type ButtonCommand = { place: CommandPlace; label: string; key?: string; alias?: string }

type Props = Omit<ComponentProps<'button'>, 'className' | 'type'> & {
  icon?: ReactNode
  /** quiet: among others in a toolbar. accent: a deed to be seen. outlined: standing alone. filled: the one deed of a page. */
  tone?: 'quiet' | 'accent' | 'outlined' | 'filled'
  /** In a toolbar narrower than this the icon alone is shown; the words stay its name. */
  iconBelow?: 560 | 1000
  /** Offers what it does in the palette too, and on a key. */
  command?: ButtonCommand | undefined
}

/** A flat button of a toolbar. The full Button of Mantine is for forms and decisions. */
export function ToolButton({ icon, tone = 'quiet', iconBelow, command, children, ref, ...props }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current)
  const isOff = props['aria-disabled'] === true || props.disabled === true
  const run = () => {
    button.current?.focus()
    button.current?.click()
  }
  const isThere = () => button.current?.checkVisibility() ?? false
  const reason = isOff ? (props.title ?? texts.notNow) : null
  useCommands(command?.place ?? common.thisPage, command ? [{ ...command, reason, run, isThere }] : [])
  return (
    <button
      ref={button}
      aria-keyshortcuts={command?.key}
      type="button"
      className={classes.button}
      data-tone={tone}
      data-icon-below={iconBelow}
      {...(iconBelow && typeof children === 'string' && { title: children })}
      {...props}
    >
      {icon}
      <span className={classes.words}>{children}</span>
    </button>
  )
}
