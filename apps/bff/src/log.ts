import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

/**
 * The log, one JSON line each, on standard error: standard output is for people.
 * What must not be in it is taken out here, and not left to those who write to it.
 */
export function createLog(config: Config): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      redact: { paths: secretPaths, censor: '[hidden]' },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

const secretNames = ['accesskey', 'accessKey', 'authorization', 'cookie', '["set-cookie"]', 'body', 'query', 'where']
const secretPaths = secretNames.flatMap((name) => {
  const under = (prefix: string) => (name.startsWith('[') ? prefix + name : `${prefix}.${name}`)
  return [name, under('*'), under('*.*')]
})
