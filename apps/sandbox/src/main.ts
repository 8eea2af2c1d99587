import { ConfigError, loadConfig } from './config.ts'
import { DataFileError } from './persistence/change-file.ts'
import { startSandbox, type Sandbox } from './start.ts'

async function start(): Promise<Sandbox> {
  const options = loadConfig(process.env, process.argv.slice(2))
  const sandbox = await startSandbox(options)
  console.log(`The sandbox tenant serves ${options.goals} goals at ${sandbox.url}`)
  return sandbox
}

/** One line for what a person can put right; anything else is a fault of ours and keeps its trace. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataFileError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? Number(error.port) : 0
    return `Port ${port} is taken: set SANDBOX_PORT to another one.`
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
