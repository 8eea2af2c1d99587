import type { Write } from '@goalkeeper/contract/writes'
import { AppError } from '#bff/http/app-error.ts'
import type { StoredProblem, WriteRow } from './tables.ts'

/** A write as browsers see it. */
export function viewOf(row: WriteRow, waitSeconds: number | null = null): Write {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    gsid: row.gsid,
    name: row.name,
    actor: row.actor,
    actorId: row.actor_id,
    screen: row.screen,
    askedAt: row.asked_at,
    sentAt: row.sent_at,
    settledAt: row.settled_at,
    waitSeconds: row.state === 'waiting' ? waitSeconds : null,
    detail: row.detail,
    fields: row.problem?.fields ?? null,
    candidates: row.candidates,
    request: row.body,
  }
}

/** What is stored of an error, so that the same request gets the same answer again. */
export function storedProblem(error: AppError): StoredProblem {
  const { fields, tenantCode, current } = error.details
  return {
    code: error.code,
    detail: error.message,
    ...(fields && { fields }),
    ...(tenantCode && { tenantCode }),
    ...(current !== undefined && { current }),
  }
}

export function problemOf(row: WriteRow): AppError {
  const { code, detail, ...details } = row.problem ?? { code: 'outcome-unknown' as const, detail: row.detail ?? '' }
  return new AppError(code, detail, { ...details, writeId: row.id })
}
