import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** What a file is called, and its media type. */
export type FileHead = { name: string; type: string }

/** Answers with a file, part by part as they come and no quicker than they are taken. Whoever leaves ends the making of them. */
export async function sendFile(
  response: Response,
  { name, type }: FileHead,
  parts: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  response.setHeader('cache-control', 'no-store')
  try {
    await pipeline(Readable.from(parts, { highWaterMark: 1 }), response)
  } catch (error) {
    const hasLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!hasLeft) throw error
  }
}
