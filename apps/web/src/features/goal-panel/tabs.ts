import { z } from 'zod'

export const tabs = ['goal', 'links', 'history'] as const
export type Tab = (typeof tabs)[number]

/** What the panel shows: one of its tabs, or an editor in its place. */
export type PanelView = Tab | 'edit' | 'edit-links'

/** The open view in the address; nonsense is the first tab. */
export const panelSearch = z.object({
  tab: z
    .enum([...tabs, 'edit', 'edit-links'])
    .optional()
    .catch(undefined),
})
