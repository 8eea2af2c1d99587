import * as texts from '@goalkeeper/texts/changes-set'
import { z } from 'zod'

/** Above this many goals the number has to be typed before they are changed. */
export const typedFrom = 200

/** A run stops by itself after so many equal refusals: what the server takes. */
const mostStopAfter = 1_000

/** How a draft is to be run, as it is typed. `now`: epoch milliseconds. */
export const runForm = (now: () => number) =>
  z
    .object({
      reason: z.string().max(1_000, texts.atMost1000Characters),
      stopAfter: z
        .string()
        .trim()
        .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= mostStopAfter, {
          error: texts.thisHasToBeAWhole,
        }),
      start: z.enum(['now', 'at']),
      at: z.string(),
      typed: z.string(),
    })
    .superRefine(({ start, at }, context) => {
      if (start === 'now') return
      const instant = instantOf(at)
      if (instant === null) context.addIssue({ code: 'custom', path: ['at'], message: texts.aDayAndATimeAre })
      else if (instant <= now()) context.addIssue({ code: 'custom', path: ['at'], message: texts.thisTimeHasPassed })
    })
export type RunForm = z.infer<ReturnType<typeof runForm>>

/** Epoch milliseconds of what a datetime box holds, on the viewer's clock; null when it holds nothing. */
export function instantOf(text: string): number | null {
  const instant = new Date(text).getTime()
  return text === '' || Number.isNaN(instant) ? null : instant
}

/** Whether somebody has typed the number of goals, with or without its commas. */
export const isTyped = (typed: string, size: number): boolean =>
  size <= typedFrom || typed.replaceAll(/[\s,.']/g, '') === String(size)
