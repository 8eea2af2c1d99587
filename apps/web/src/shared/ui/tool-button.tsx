import type { ComponentProps, ReactNode } from 'react'
import classes from './tool-button.module.css'

type Props = Omit<ComponentProps<'button'>, 'className' | 'type'> & {
  icon?: ReactNode
  /** quiet: among others in a toolbar. accent: a deed to be seen. outlined: standing alone. filled: the one deed of a page. */
  tone?: 'quiet' | 'accent' | 'outlined' | 'filled'
  /** In a toolbar narrower than this the icon alone is shown; the words stay its name. */
  iconBelow?: 560 | 1000
}

/** A flat button of a toolbar. The full Button of Mantine is for forms and decisions. */
export function ToolButton({ icon, tone = 'quiet', iconBelow, children, ...props }: Props) {
  return (
    <button
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
