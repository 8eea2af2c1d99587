import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isGsid } from '../src/gsid.ts'

export type ContractOptions = { baseUrl: string; accessKey: string; goal: string | null; creates: boolean }

/** A wrong way to start the suite, in one line. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const usage =
  'Usage: pnpm contract --base-url <url> --key-file <file> [--goal <gsid>] [--creates]. Without --key-file the key is GAINSIGHT_ACCESS_KEY.'

/** Reads the command line. The key comes from a file that nobody else may read, or from the environment: never as an argument. */
export function readOptions(args: string[], env: Record<string, string | undefined>): ContractOptions {
  const values = parseFlags(args)
  const goal = values.goal ?? null
  if (goal !== null && !isGsid(goal))
    throw new UsageError(`--goal takes a Gsid: 36 digits and capital letters. ${usage}`)
  return {
    baseUrl: readBaseUrl(values['base-url']),
    accessKey: readKey(values['key-file'], env),
    goal,
    creates: values.creates,
  }
}

function parseFlags(args: string[]) {
  try {
    const { values } = parseArgs({
      args: args[0] === '--' ? args.slice(1) : args,
      options: {
        'base-url': { type: 'string' },
        'key-file': { type: 'string' },
        goal: { type: 'string' },
        creates: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    // The parser's first sentence; what follows explains how to quote.
    const [sentence] = (error as Error).message.split('. ')
    throw new UsageError(`${sentence?.replace(/\.$/, '')}. ${usage}`)
  }
}

function readBaseUrl(text: string | undefined): string {
  const url = text === undefined ? null : URL.parse(text)
  if (!url) throw new UsageError(`--base-url takes the tenant's address. ${usage}`)
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw new UsageError(
      '--base-url takes an https address, or an http one on this machine: the key must not travel in the open.',
    )
  }
  if (url.pathname !== '/' || url.search || url.username || url.hash) {
    throw new UsageError('--base-url takes an address without a path, such as https://example.gainsightcloud.com.')
  }
  return url.origin
}

function readKey(file: string | undefined, env: Record<string, string | undefined>): string {
  const key = (file === undefined ? env['GAINSIGHT_ACCESS_KEY'] : readKeyFile(file))?.trim()
  if (!key) throw new UsageError(`There is no access key. ${usage}`)
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UsageError('The access key holds characters that no header takes.')
  return key
}

function readKeyFile(file: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new UsageError(`Others may read ${file}. Take that away first: chmod 600 ${file}`)
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`The key file ${file} cannot be read.`)
  }
}
