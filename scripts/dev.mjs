// pnpm dev: sandbox, bff and web app with hot reload. The servers restart when a file changes; Vite serves the web app and passes
// /api, /gainsight and /launch on to the bff.
import { join } from 'node:path'
import {
  environmentWithoutSecrets,
  install,
  root,
  runScript,
  signInAtTheSandbox,
  startProgram,
  stopProgram,
  withNode24,
} from './toolchain.mjs'

await runScript(async () => {
  install()
  const { GAINSIGHT_BASE_URL } = process.env
  const signIn = GAINSIGHT_BASE_URL ? {} : signInAtTheSandbox()
  const sandbox = GAINSIGHT_BASE_URL
    ? undefined
    : startProgram(['--watch', 'apps/sandbox/src/main.ts'], { env: { ...signIn, ...environmentWithoutSecrets() } })
  const bff = startProgram(['--watch', 'apps/bff/src/main.ts'], { env: { ...signIn, ...withNode24(process.env) } })
  const web = startProgram([join(root, 'apps/web/node_modules/vite/bin/vite.js')], {
    cwd: join(root, 'apps/web'),
    env: { GOALKEEPER_BFF: `http://127.0.0.1:${process.env.PORT || 4300}`, ...environmentWithoutSecrets() },
  })
  const first = await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    for (const child of [sandbox, bff, web]) child?.once('exit', resolve)
  })
  await Promise.all([stopProgram('The web app', web), stopProgram('Goalkeeper', bff)])
  await stopProgram('The sandbox tenant', sandbox)
  return typeof first === 'number' ? first : 0
})
