import { ConfigError, loadConfig } from './config.ts'
import { DataFileError } from './persistence/change-file.ts'
import { startProvider } from './provider/provider.ts'
import { startSandbox } from './start.ts'

async function start(): Promise<{ stop(): Promise<unknown> }> {
  const { tenant, provider: wanted } = loadConfig(process.env, process.argv.slice(2))
  const sandbox = await startSandbox(tenant)
  const provider = wanted && (await startProvider(wanted))
  // One line: whoever waits for the first one can go on then.
  const signIn = provider ? `, and its people sign in at ${provider.issuer}` : ''
  console.log(`The sandbox tenant serves ${tenant.goals} goals at ${sandbox.url}${signIn}`)
  return { stop: () => Promise.all([sandbox.stop(), provider?.stop()]) }
}

/** One line for what a person can put right; anything else is a fault of ours and keeps its trace. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataFileError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? Number(error.port) : 0
    const name = String(port) === process.env['SANDBOX_SIGN_IN_PORT'] ? 'SANDBOX_SIGN_IN_PORT' : 'SANDBOX_PORT'
    return `Port ${port} is taken: set ${name} to another one.`
  }
  throw error
}

try {
  const sandbox = await start()
  const stop = () => void sandbox.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Whoever started it has died: nobody would be there to stop it.
  process.once('disconnect', stop)
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}
