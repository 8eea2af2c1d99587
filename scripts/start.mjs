// npm start: installs and builds what changed, starts the sandbox tenant (unless GAINSIGHT_BASE_URL names a real one) and the bff.
// The bff says on its own where it is and how the first sync goes. Ctrl-C stops the bff first, so that a write on its way is finished.
import {
  build,
  environmentWithoutSecrets,
  install,
  runScript,
  signInAtTheSandbox,
  startProgram,
  stopProgram,
  withNode24,
} from './toolchain.mjs'

await runScript(async () => {
  const stopAsked = new Promise((resolve) => {
    process.once('SIGINT', () => resolve('asked'))
    process.once('SIGTERM', () => resolve('asked'))
  })
  install()
  build()
  // Set or not, the bff judges the variables; a key without an address must not quietly start the sandbox.
  const real = ['GAINSIGHT_BASE_URL', 'GAINSIGHT_ACCESS_KEY', 'GAINSIGHT_ACCESS_KEY_FILE'].some(
    (name) => process.env[name],
  )
  const signIn = real ? {} : signInAtTheSandbox()
  const sandbox = real
    ? undefined
    : startProgram(['apps/sandbox/src/main.ts'], { env: { ...signIn, ...environmentWithoutSecrets() }, stdout: 'pipe' })
  if (sandbox && !(await saidSomething(sandbox))) return 1

  const bff = startProgram(['apps/bff/src/main.ts'], {
    env: { LOG_LEVEL: 'warn', ...signIn, ...withNode24(process.env) },
  })
  const ended = (program, name) => new Promise((resolve) => program.once('exit', () => resolve(name)))
  const first = await Promise.race([stopAsked, ended(bff, 'bff'), ...(sandbox ? [ended(sandbox, 'sandbox')] : [])])
  if (first === 'sandbox') console.error('The sandbox tenant ended; stopping.')
  await stopProgram('Goalkeeper', bff)
  await stopProgram('The sandbox tenant', sandbox)
  return first === 'asked' ? 0 : bff.exitCode || 1
})

/** Waits for the sandbox's first line, which it prints when it can serve. False: it ended, and has said why on standard error. */
function saidSomething(program) {
  return new Promise((resolve) => {
    program.stdout.once('data', () => {
      program.stdout.resume()
      resolve(true)
    })
    program.once('exit', () => resolve(false))
  })
}
