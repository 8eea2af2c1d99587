import * as texts from '@goalkeeper/texts/goals-export'
import { type GoalExport, goalExportPath, rowsHeader } from '@goalkeeper/contract/exports'
import { ApiError, readProblem } from '#web/shared/api/api-error.ts'
import { send } from '#web/shared/api/send.ts'
import { rowCounters } from './row-counters.ts'

/** How many goals have come, of how many there will be. */
export type ExportProgress = { done: number; all: number }

export type ExportedFile = { name: string; content: Blob }

/** Asks for an export and takes it in as it comes. Throws ApiError; an abort stays an abort. */
export async function downloadExport(
  asked: GoalExport,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: ExportProgress) => void },
): Promise<ExportedFile> {
  const response = await send(goalExportPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    signal,
  })
  if (!response.ok) throw await readProblem(response)
  const all = Number(response.headers.get(rowsHeader))
  const count = rowCounters[asked.format]()
  const parts: Uint8Array<ArrayBuffer>[] = []
  onProgress({ done: 0, all })
  try {
    for await (const part of piecesOf(response)) {
      parts.push(part)
      onProgress({ done: Math.min(all, count(part)), all })
    }
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ApiError('unreachable', texts.theFileBrokeOffBeforeIts, {
      cause,
    })
  }
  const type = response.headers.get('content-type') ?? ''
  return { name: nameIn(response, asked.format), content: new Blob(parts, { type }) }
}

/** Safari cannot yet iterate over the body of a response. */
async function* piecesOf({ body }: Response) {
  if (!body) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

function nameIn(response: Response, format: string): string {
  const disposition = response.headers.get('content-disposition') ?? ''
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? `goals.${format}`
}

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile({ name, content }: ExportedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken hold of it once the click is over.
  setTimeout(() => URL.revokeObjectURL(address))
}
