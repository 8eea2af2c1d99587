import * as texts from '@goalkeeper/texts/server/gateway'
import { type Effect, GainsightError, outcomeWhenLost } from '@goalkeeper/gainsight/error'
import type { TenantAnswer } from '@goalkeeper/gainsight/reply'
import type { TenantRoute } from '@goalkeeper/gainsight/route'
import bff from '../../package.json' with { type: 'json' }
import type { Config } from '#bff/config.ts'
import { createKeyFilter } from './without-key.ts'

/** A call that has its slot. `body` is JSON text, null for none. */
export type OutboundCall = { method: TenantRoute['method']; path: string; body: string | null; effect: Effect }

/** The tenant's answer, with the bytes of its body as they came. The access key is taken out of it. */
export type Answer = TenantAnswer & { bytes: Buffer }

/** Carries a call to the tenant once and brings its answer back; ends it when the signal says so. */
export type Transport = (call: OutboundCall, signal: AbortSignal) => Promise<Answer>

/** A page of 1,000 goals with long descriptions has about 20 MB. */
export const longestReplyMb = 32

/** The headers of a call, made from nothing: none of a browser's ever reaches the tenant. */
export function headersFor(tenant: Config['tenant'], body: string | null): Record<string, string> {
  return {
    accept: 'application/json',
    accesskey: tenant.accessKey,
    'user-agent': `goalkeeper/${bff.version}`,
    ...(body !== null && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
}

/** Collects the body of a reply as far as one may go; beyond that `add` throws. */
export function createReplyBody(effect: Effect): { add(chunk: Buffer): void; bytes(): Buffer } {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add(chunk) {
      length += chunk.length
      if (length > longestReplyMb * 1024 * 1024) {
        throw new GainsightError(texts.gainsightSReplyIsLongerThan(longestReplyMb), {
          kind: 'broken',
          outcome: outcomeWhenLost(effect),
        })
      }
      chunks.push(chunk)
    },
    bytes: () => Buffer.concat(chunks),
  }
}

type ReplyHeaders = { 'content-type'?: string | string[] | undefined; 'retry-after'?: string | string[] | undefined }

/** Makes an answer of what came back. */
export function createAnswerReader(tenant: Config['tenant']) {
  const withoutKey = createKeyFilter(tenant.accessKey)
  return (status: number, headers: ReplyHeaders, received: Buffer): Answer => {
    const said = received.toString('utf8')
    const text = withoutKey(said)
    return {
      status,
      contentType: headers['content-type']?.toString() ?? null,
      retryAfter: headers['retry-after']?.toString() ?? null,
      text,
      bytes: text === said ? received : Buffer.from(text),
    }
  }
}
