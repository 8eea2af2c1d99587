import { contractChecks } from './checks.ts'
import { readOptions, UsageError, type ContractOptions } from './options.ts'
import { runChecks, type CheckResult } from './run-checks.ts'
import { gentlePace, pacedSend, tenantSend } from './tenant-send.ts'

// `pnpm contract`: asks a tenant everything that its documentation leaves open, and fails where it does what Goalkeeper
// cannot live with. Ends with 1 when a check failed, with 2 when it was started wrongly.
try {
  const options = readOptions(process.argv.slice(2), process.env)
  process.exitCode = (await runAgainst(options)) ? 0 : 1
} catch (error) {
  process.stderr.write(`contract: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function runAgainst({ baseUrl, accessKey, goal, creates }: ContractOptions): Promise<boolean> {
  const checks = contractChecks({ goal, creates })
  const print = (line: string) => process.stdout.write(`${line.replaceAll(accessKey, '[access key]')}\n`)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())

  print(`${checks.length} checks of ${baseUrl}, at most ${gentlePace.calls} calls a minute`)
  const width = Math.max(...checks.map((check) => check.name.length))
  const results = await runChecks({
    send: pacedSend(tenantSend({ baseUrl, accessKey }), gentlePace),
    checks,
    onResult: ({ state, name, found }) => print(`${state.padEnd(7)}  ${name.padEnd(width)}  ${found}`),
    signal: stop.signal,
  })
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length
  print(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  return count('failed') === 0
}
