import { pino } from 'pino'
import { runGateway, type GatewayRun } from './run-gateway.ts'

// The gateway in a process of its own, for tests that kill it. Says its address on standard output.
const run = JSON.parse(process.argv[2] ?? '') as GatewayRun
const { url } = await runGateway(run, pino({ level: 'silent' }))
console.log(url)
