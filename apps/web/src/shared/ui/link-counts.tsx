import * as texts from '@goalkeeper/texts/ui-first'
import classes from './link-counts.module.css'

type Props = { ctas: number; plans: number }

/** "▢ 2 ◇ 1": a CTA is a square and a plan a diamond on every screen; none is a faint dash. */
export function LinkCounts({ ctas, plans }: Props) {
  return (
    <span className={classes.counts} title={texts.linkCounts(ctas, plans)}>
      <Count shape={<CtaShape />} value={ctas} />
      <Count shape={<PlanShape />} value={plans} />
    </span>
  )
}

function Count({ shape, value }: { shape: React.ReactNode; value: number }) {
  return (
    <span className={classes.count} data-none={value === 0 || undefined}>
      {value === 0 ? '–' : shape}
      {value > 0 && value}
    </span>
  )
}

/** The square of a CTA. */
export function CtaShape() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="2" y="2" width="8" height="8" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

/** The diamond of a success plan. */
export function PlanShape() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d="M6 1.2 10.8 6 6 10.8 1.2 6z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}
