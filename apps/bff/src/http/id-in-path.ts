import type { Request } from 'express'
import { z } from 'zod'

/** The id in the path of a route without a contract; null for a text that is no id, and so names nothing. */
export function idInPath({ params }: Request): string | null {
  return z.uuid().safeParse(params['id']).data ?? null
}
