import { z } from 'zod'

/** The screens that changes are made on; a browser names its own in the header `X-Goalkeeper-Screen`. */
export const screens = [
  'list',
  'panel',
  'form',
  'links',
  'history',
  'activity',
  'company',
  'change-set',
  'review',
  'connection',
  'people',
  'tokens',
] as const
export const screenSchema = z.enum(screens)
export type Screen = z.infer<typeof screenSchema>
