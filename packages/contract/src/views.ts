import * as texts from '@goalkeeper/texts/contract'
import { filterTreeSchema, keptFilterSchema } from '@goalkeeper/filter/tree'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { searchTextSchema } from './goals.ts'

/** The state of a list is at most so long as JSON. */
export const longestState = 250_000
/** One person or token has at most so many views, and so many list links. */
export const mostViews = 200
export const mostLinks = 500
export const mostTabs = 30
/** A frozen list has at most so many goals. */
export const mostFrozen = 100_000

const keyShape = /^[a-z][A-Za-z]{0,39}$/
const valueSchema = z.union([z.string().max(20_000), z.number(), z.boolean()])

/**
 * What a list of goals shows, by the keys that its address has: `filter` is a tree, everything else a short text, such as `sort`
 * ("DueDate,-Name") and `columns` ("StatusName,Name:320"). A key that is missing is as at first; keys that come later need no change here.
 */
export const listStateSchema = z
  .object({ filter: keptFilterSchema.optional() })
  .catchall(valueSchema)
  .refine((state) => Object.keys(state).every((key) => keyShape.test(key)), texts.namesAKeyThatNoAddress)
  .refine((state) => JSON.stringify(state).length <= longestState, texts.isLongerThanCharacters(longestState))
export type ListState = z.infer<typeof listStateSchema>

const nameSchema = z.string().trim().min(1, texts.giveItAName).max(100, texts.aNameHasAtMost100)

export const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whose it is. */
  owner: z.string(),
  mine: z.boolean(),
  /** Everyone sees it; otherwise its owner only. */
  shared: z.boolean(),
  /** Whether whoever asks may change and delete it. */
  mayChange: z.boolean(),
  state: listStateSchema,
  /** Counts its changes; a change names the one that it was made from. */
  version: z.number(),
  changedBy: z.string(),
  /** Epoch milliseconds. */
  changedAt: z.number(),
})
export type View = z.infer<typeof viewSchema>

export const viewsSchema = z.object({
  /** Mine and those that are shared, by name. */
  views: z.array(viewSchema),
  /** Ids of the views that stand above my list as tabs, in their order. */
  pins: z.array(z.string()),
  /** The view with which my list opens; null: all goals. */
  default: z.string().nullable(),
})
export type Views = z.infer<typeof viewsSchema>

const idParams = z.object({ id: z.string().min(1).max(64) })

export const listViews = endpoint({
  method: 'GET',
  path: '/api/views',
  needs: 'read',
  summary: 'The views of the list that I see, and how they stand above my list.',
  result: viewsSchema,
})

export const createView = endpoint({
  method: 'POST',
  path: '/api/views',
  needs: 'read',
  summary:
    'Makes a view of mine. Names are unique among those of one owner, whatever the case. Sharing it needs the role editor.',
  body: z.strictObject({ name: nameSchema, shared: z.boolean().default(false), state: listStateSchema }),
  result: viewSchema,
})

export const saveView = endpoint({
  method: 'PUT',
  path: '/api/views/:id',
  needs: 'read',
  summary:
    'Changes what is named of a view. `version` is the one that was seen: when somebody changed it since, nothing is saved, and the problem `changed-elsewhere` holds the view as it is now. Shared views are for their owner and for admins to change.',
  params: idParams,
  body: z.strictObject({
    version: z.int(),
    name: nameSchema.optional(),
    shared: z.boolean().optional(),
    state: listStateSchema.optional(),
  }),
  result: viewSchema,
})

export const deleteView = endpoint({
  method: 'DELETE',
  path: '/api/views/:id',
  needs: 'read',
  summary: 'Deletes a view, also for those who have it as a tab.',
  params: idParams,
  result: z.object({ deleted: z.literal(true) }),
})

export const saveViewTabs = endpoint({
  method: 'PUT',
  path: '/api/view-tabs',
  needs: 'read',
  summary:
    'Which views stand above my list as tabs, in which order, and with which one it opens. Views that I do not see are left out.',
  body: z.strictObject({ pins: z.array(z.string().max(64)).max(mostTabs), default: z.string().max(64).nullable() }),
  result: viewsSchema,
})

/** A short address of a list as somebody shows it to others. It says nothing of goals that whoever opens it does not see. */
export const listLinkSchema = z.object({
  id: z.string(),
  by: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  mayDelete: z.boolean(),
  /** The list as it was shared. `@me` in it is whoever looks. */
  state: listStateSchema,
  /** Of a frozen link, the list of these goals (see packages/filter/src/frozen.ts); null: live, whatever passes the filter when it is looked at. */
  frozen: z
    .object({
      /** How many goals it held then; for somebody who does not see every goal, how many of those that they see. */
      goals: z.number(),
      /** Lets through the goals that it held then. */
      list: filterTreeSchema,
      /** Lets through what the link was made of, `@me` being who made it. */
      filter: filterTreeSchema.nullable(),
      /** False when the index was not known to hold every goal. */
      exact: z.boolean(),
    })
    .nullable(),
})
export type ListLink = z.infer<typeof listLinkSchema>

export const listLinks = endpoint({
  method: 'GET',
  path: '/api/links',
  needs: 'read',
  summary: 'The list links that I have made, newest first.',
  result: z.object({ links: z.array(listLinkSchema) }),
})

export const createLink = endpoint({
  method: 'POST',
  path: '/api/links',
  needs: 'read',
  summary:
    'Makes a short link to a list: a live one shows whatever passes the filter when it is opened, a frozen one the goals that pass it now, as far as I see them, 100,000 at most.',
  body: z.strictObject({
    state: listStateSchema,
    /** What the list shows; the goals of a frozen link are those. */
    frozen: z
      .strictObject({
        filter: filterTreeSchema.nullable(),
        search: searchTextSchema.optional(),
        today: z.iso.date().optional(),
      })
      .nullable(),
  }),
  result: listLinkSchema,
})

export const readLink = endpoint({
  method: 'GET',
  path: '/api/links/:id',
  needs: 'read',
  summary: 'What a list link shows. One that was deleted says so, and who did it.',
  params: idParams,
  result: listLinkSchema,
})

export const deleteLink = endpoint({
  method: 'DELETE',
  path: '/api/links/:id',
  needs: 'read',
  summary: 'Takes a list link back: who made it may, and an admin.',
  params: idParams,
  result: z.object({ deleted: z.literal(true) }),
})
