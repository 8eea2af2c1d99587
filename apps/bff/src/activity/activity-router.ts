import * as texts from '@goalkeeper/texts/server/activity'
import * as common from '@goalkeeper/texts/server/common'
import {
  type ActivityEntry,
  type ActivityFilter,
  activityExportPath,
  activityFilterSchema,
  listActors,
  queryActivity,
} from '@goalkeeper/contract/activity'
import { type Request, Router } from 'express'
import { AppError } from '#bff/http/app-error.ts'
import { type Asker, askerOf, permit } from '#bff/http/caller.ts'
import { type Cell, sendCsv } from '#bff/http/csv.ts'
import { endpoint, fieldsOf } from '#bff/http/endpoint.ts'
import type { Page } from './page.ts'

type RouterParts = {
  read: (asker: Asker, filter: ActivityFilter, after: string | null, limit: number) => Promise<Page>
  actors: () => Promise<string[]>
}

/** How many entries an export holds at a time. */
const exportPage = 500

/** What happened: /api/activity. */
export function createActivityRouter({ read, actors }: RouterParts): Router {
  async function* everything(asker: Asker, filter: ActivityFilter): AsyncGenerator<Cell[]> {
    let after: string | null = null
    do {
      const page: Page = await read(asker, filter, after, exportPage)
      for (const entry of page.entries) yield cellsOf(entry)
      after = page.next
    } while (after !== null)
  }
  return Router()
    .use(endpoint(queryActivity, ({ body: { filter, after, limit }, ...asker }) => read(asker, filter, after, limit)))
    .use(endpoint(listActors, async () => ({ actors: await actors() })))
    .get(activityExportPath, permit('read', 'exportActivity'), async (request, response) => {
      const filter = filterOf(request)
      const day = new Date().toISOString().slice(0, 10)
      await sendCsv(response, `activity-${day}.csv`, texts.columnsOfTheFile, everything(askerOf(request), filter))
    })
}

function filterOf({ query }: Request): ActivityFilter {
  const { filter = '{}' } = query
  const parsed = activityFilterSchema.safeParse(typeof filter === 'string' ? parse(filter) : filter)
  if (parsed.success) return parsed.data
  throw new AppError('invalid', texts.theFilterIsNotValid, { cause: parsed.error, fields: fieldsOf(parsed.error) })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', texts.theFilterIsNotValidJson, { fields: { filter: common.isNotValidJson } })
  }
}

function cellsOf(entry: ActivityEntry): Cell[] {
  const { at, notBefore, actor, actorId, through, screen, goalName, gsid, kind, field, before, after, words } = entry
  const [when, since] = [at, notBefore].map((instant) => instant && new Date(instant).toISOString())
  return [
    when ?? null,
    since ?? null,
    actor,
    actorId,
    through,
    screen,
    goalName,
    gsid,
    kind,
    field,
    cellOf(before),
    cellOf(after),
    words,
  ]
}

const cellOf = (value: ActivityEntry['before']): Cell => (Array.isArray(value) ? value.join('; ') : value)
