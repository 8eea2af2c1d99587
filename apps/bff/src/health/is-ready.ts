import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'

/*
 * Asks the bff that runs beside it in a container whether it can serve: `is-ready.ts <port> [https]`. Ends with 0 when it can, with 1 when
 * not. Its certificate is for the name that people use, and not for this one.
 */
const [port, protocol] = process.argv.slice(2)
const options = { host: '127.0.0.1', port, path: '/readyz', timeout: 4_000, rejectUnauthorized: false }
const request = protocol === 'https' ? requestTls(options) : requestPlain(options)
request.once('response', ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1))
request.once('timeout', () => process.exit(1))
request.once('error', () => process.exit(1))
request.end()
