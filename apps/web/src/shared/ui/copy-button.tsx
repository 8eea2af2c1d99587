import * as texts from '@goalkeeper/texts/ui-first'
import { Check } from 'lucide-react'
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { ToolButton } from './tool-button.tsx'

type Props = {
  /** The text, or how to get it. */
  text: () => string | Promise<string>
  icon?: ReactNode
  children: ReactNode
  done?: ReactNode
} & Pick<ComponentProps<typeof ToolButton>, 'iconBelow' | 'title' | 'command'>

const doneMs = 2_000

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({ text, icon, children, done = texts.copied, ...props }: Props) {
  const [state, setState] = useState<'idle' | 'copying' | 'done' | 'failed'>('idle')

  useEffect(() => {
    if (state !== 'done' && state !== 'failed') return
    const timer = setTimeout(() => setState('idle'), doneMs)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    setState('copying')
    try {
      await navigator.clipboard.writeText(await text())
      setState('done')
    } catch {
      setState('failed')
    }
  }

  return (
    <ToolButton
      icon={icon && state === 'done' ? <Check size={14} /> : icon}
      disabled={state === 'copying'}
      onClick={() => void copy()}
      {...props}
    >
      <span aria-live="polite">{state === 'done' ? done : state === 'failed' ? texts.couldNotCopy : children}</span>
    </ToolButton>
  )
}
