import { counted } from '@goalkeeper/texts/counted'
import * as texts from '@goalkeeper/texts/server/exports'
import { goalExportPath, goalExportSchema, rowsHeader } from '@goalkeeper/contract/exports'
import { Router } from 'express'
import type { Activity } from '#bff/activity/activity.ts'
import { askerOf, permit } from '#bff/http/caller.ts'
import { parseInput } from '#bff/http/endpoint.ts'
import { jsonBody } from '#bff/http/json-body.ts'
import { sendFile } from '#bff/http/send-file.ts'
import { createExportFile, type ExportsNeeds } from './export-file.ts'

export type Exports = { router: Router }

/** What leaves the house as a file is kept for good, with the name of who took it. */
type Needs = ExportsNeeds & { record: Activity['record'] }

/** Goals as files: exactly what a list holds, all of it, and a way back through the import. */
export function createExports({ record, ...needs }: Needs): Exports {
  const makeFile = createExportFile(needs)
  const router = Router().post(
    goalExportPath,
    permit('read', 'exportGoals'),
    ...jsonBody,
    async (request, response) => {
      const asker = askerOf(request)
      const asked = parseInput(goalExportSchema, request.body)
      const file = await makeFile(asker, asked)
      const count = counted(file.rows, 'goal')
      const kind = asked.format === 'csv' ? texts.aCsvFile : texts.anExcelWorkbook
      await record(asker.caller, texts.exportedAs(count, kind, file.goals))
      response.setHeader(rowsHeader, String(file.rows))
      await sendFile(response, file, file.parts)
    },
  )
  return { router }
}
