import { z } from 'zod'

export const tabs = ['goal', 'links', 'history'] as const
export type Tab = (typeof tabs)[number]

/** The open tab in the address; nonsense is the first one. */
export const panelSearch = z.object({ tab: z.enum(tabs).optional().catch(undefined) })
