import { Button, type ButtonProps } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'

type Props = ButtonProps & {
  /** The text, or how to get it. */
  text: () => string | Promise<string>
  children: ReactNode
  done?: ReactNode
}

const doneMs = 2_000

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({ text, children, done = 'Copied', ...props }: Props) {
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
    <Button variant="subtle" color="gray" loading={state === 'copying'} onClick={() => void copy()} {...props}>
      <span aria-live="polite">{state === 'done' ? done : state === 'failed' ? 'Could not copy' : children}</span>
    </Button>
  )
}
