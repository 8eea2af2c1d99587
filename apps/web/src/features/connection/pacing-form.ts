import * as says from '@goalkeeper/texts/connection'
import { quietHoursSchema, type Pacing } from '@goalkeeper/contract/connection'
import { z } from 'zod'

const percent = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: says.thisHasToBeAWhole(least, most),
    })

/** How the calls are divided, as it is typed: numbers are texts, and an empty share is the configured one. */
export const pacingForm = z
  .object({
    share: z.literal('').or(percent(1, 100)),
    reserve: percent(0, 45),
    scripts: percent(1, 100),
    isQuiet: z.boolean(),
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
  })
  .superRefine(({ isQuiet, ...form }, context) => {
    if (!isQuiet) return
    const { from, to, timeZone } = quietHoursSchema.shape
    if (!from.safeParse(form.from).success) context.addIssue({ code: 'custom', path: ['from'], message: noTime })
    if (!to.safeParse(form.to).success) context.addIssue({ code: 'custom', path: ['to'], message: noTime })
    else if (form.to === form.from) context.addIssue({ code: 'custom', path: ['to'], message: sameTime })
    if (!timeZone.safeParse(form.timeZone).success)
      context.addIssue({ code: 'custom', path: ['timeZone'], message: says.thisIsNotATimeZone })
  })
export type PacingForm = z.infer<typeof pacingForm>

const noTime = says.aTimeIsMissingHereSuch
const sameTime = says.thisHasToBeAnotherTime

/** What the server has, as the form shows it. Hours that are not set are offered for a night where the person is. */
export function pacingFormOf({ share, reserve, scripts, quietHours }: Pacing, ownZone: string): PacingForm {
  return {
    share: share === null ? '' : String(share),
    reserve: String(reserve),
    scripts: String(scripts),
    isQuiet: quietHours !== null,
    ...(quietHours ?? { from: '22:00', to: '06:00', timeZone: ownZone }),
  }
}

/** What the form says, as the server takes it. */
export function pacingOf({ share, reserve, scripts, isQuiet, from, to, timeZone }: PacingForm): Pacing {
  return {
    share: share === '' ? null : Number(share),
    reserve: Number(reserve),
    scripts: Number(scripts),
    quietHours: isQuiet ? { from, to, timeZone } : null,
  }
}
