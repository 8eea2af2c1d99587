import * as texts from '@goalkeeper/texts/server/import-files'
import { mostBytes } from '@goalkeeper/contract/imports'
import type { Request } from 'express'
import { AppError } from '#bff/http/app-error.ts'

const megabytes = mostBytes / 1024 / 1024

/** The file in the body of a request. What is larger than the limit is refused before it is in memory, and at once where it says so itself. */
export async function readFileBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(request)
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length
      if (length > mostBytes) throw tooLarge(request)
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('cancelled', texts.theFileDidNotComeTo, { cause: error })
  }
  if (length === 0) throw new AppError('invalid', texts.theFileIsEmpty, { fields: { body: texts.isEmpty } })
  return new Uint8Array(Buffer.concat(parts))
}

/** The rest of the body is not read: the connection ends with the answer. */
function tooLarge({ res }: Request): AppError {
  res?.setHeader('connection', 'close')
  return new AppError('too-large', texts.anImportTakesAFileOf(megabytes))
}
