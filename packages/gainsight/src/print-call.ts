import type { TenantCall } from './client.ts'

/** A call to print: its body as the value that is sent, undefined for none. */
export type PrintableCall = Pick<TenantCall, 'method' | 'path'> & { body?: unknown }

/** The body as indented JSON, as a person would read it; empty when there is none. */
export function asJson({ body }: PrintableCall): string {
  return body === undefined ? '' : JSON.stringify(body, null, 2)
}

/**
 * The call as a command for a POSIX shell. The access key stands there as the variable GAINSIGHT_ACCESS_KEY and so, unless
 * given, does the base URL as GAINSIGHT_BASE_URL: neither is known to who prints it.
 */
export function asCurl(call: PrintableCall, { baseUrl }: { baseUrl?: string } = {}): string {
  const url = baseUrl === undefined ? `"$GAINSIGHT_BASE_URL"${shellQuote(call.path)}` : shellQuote(baseUrl + call.path)
  const lines = [
    `curl --request ${call.method} ${url}`,
    `--header "accesskey: $GAINSIGHT_ACCESS_KEY"`,
    `--header 'accept: application/json'`,
  ]
  if (call.body !== undefined) {
    lines.push(`--header 'content-type: application/json'`, `--data-raw ${shellQuote(asJson(call))}`)
  }
  return lines.join(' \\\n  ')
}

/** One word for a POSIX shell, whatever is in it: within single quotes nothing has a meaning but the quote itself. */
export function shellQuote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
