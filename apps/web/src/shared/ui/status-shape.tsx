import type { Meaning } from '@goalkeeper/contract/catalogue'
import classes from './status-shape.module.css'

type Props = { meaning: Meaning | null; color?: string | null }

/** The shape of a status: ○ planned, ● on track, ▲ at risk, ✓ achieved, – dropped; a dotted ring when nobody has said what it means. */
export function StatusShape({ meaning, color }: Props) {
  return (
    <svg
      className={classes.shape}
      data-meaning={meaning ?? 'unknown'}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      style={color ? { color } : undefined}
    >
      {shapes[meaning ?? 'unknown']}
    </svg>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round' } as const

const shapes = {
  planned: <circle cx="6" cy="6" r="4" {...line} />,
  'on track': <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
  'at risk': <path d="M6 1.2 11.2 10.6H.8z" fill="currentColor" />,
  achieved: <path d="M1.8 6.4 4.8 9.4 10.2 2.8" {...line} strokeLinejoin="round" />,
  dropped: <path d="M2.5 6H9.5" {...line} />,
  unknown: <circle cx="6" cy="6" r="4" {...line} strokeDasharray="0.5 3" />,
} as const
