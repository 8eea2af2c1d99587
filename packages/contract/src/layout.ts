import * as texts from '@goalkeeper/texts/contract'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** A column of the goals list: its id, its width in pixels where somebody has set one, and whether it stays in sight. */
export const layoutColumnSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\w[\w.]*$/, texts.mustBeTheNameOfA)
    .max(200),
  width: z.int().min(48).max(800).nullable(),
  pinned: z.boolean(),
})

/** How somebody has laid out the goals list, on whichever machine; null is as at first. What the list holds is in its address, not here. */
export const layoutSchema = z.strictObject({
  columns: z
    .array(layoutColumnSchema)
    .min(1)
    .max(300)
    .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, texts.mustNameEachColumnOnce)
    .nullable(),
  density: z.enum(['compact', 'comfortable']).nullable(),
})
export type Layout = z.infer<typeof layoutSchema>

export const readLayout = endpoint({
  method: 'GET',
  path: '/api/me/layout',
  needs: 'self',
  summary: 'How I have laid out the goals list: columns and height of rows.',
  result: layoutSchema,
})

export const saveLayout = endpoint({
  method: 'PUT',
  path: '/api/me/layout',
  needs: 'self',
  summary: 'Keeps how I lay out the goals list.',
  body: layoutSchema,
  result: layoutSchema,
})
