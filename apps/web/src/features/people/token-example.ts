import { shellQuote } from '@goalkeeper/gainsight/print-call'

/** A first call with a token, for a POSIX shell; a token that may not fetch goals is shown with a call that it may make. */
export function exampleCall(origin: string, secret: string, routes: readonly string[] | null): string {
  const header = `--header ${shellQuote(`authorization: Bearer ${secret}`)}`
  if (routes !== null && !routes.includes('gateway.fetchGoals'))
    return [`curl ${shellQuote(`${origin}/api/status`)}`, header].join(' \\\n  ')
  const body = JSON.stringify({ select: ['Gsid', 'Name', 'StatusId', 'DueDate'], pageNumber: 1, pageSize: 10 })
  return [
    `curl --request POST ${shellQuote(`${origin}/gainsight/v1/csgoal/external/fetch`)}`,
    header,
    `--header 'content-type: application/json'`,
    `--data-raw ${shellQuote(body)}`,
  ].join(' \\\n  ')
}
