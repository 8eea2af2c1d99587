import { goalExportPath, goalExportSchema, rowsHeader } from '@goalkeeper/contract/exports'
import { Router } from 'express'
import { askerOf, permit } from '#bff/http/caller.ts'
import { parseInput } from '#bff/http/endpoint.ts'
import { jsonBody } from '#bff/http/json-body.ts'
import { sendFile } from '#bff/http/send-file.ts'
import { createExportFile, type ExportsNeeds } from './export-file.ts'

export type Exports = { router: Router }

/** Goals as files: exactly what a list holds, all of it, and a way back through the import. */
export function createExports(needs: ExportsNeeds): Exports {
  const makeFile = createExportFile(needs)
  const router = Router().post(
    goalExportPath,
    permit('read', 'exportGoals'),
    ...jsonBody,
    async (request, response) => {
      const file = await makeFile(askerOf(request), parseInput(goalExportSchema, request.body))
      response.setHeader(rowsHeader, String(file.rows))
      await sendFile(response, file, file.parts)
    },
  )
  return { router }
}
