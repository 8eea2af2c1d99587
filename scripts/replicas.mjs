// pnpm replicas: a PostgreSQL server, the sandbox tenant, two bffs and a load balancer in front of them. `r` and Enter restarts the
// bffs one after the other, without a failed request; Ctrl-C stops everything.
import { createInterface } from 'node:readline'
import { restartInTurn, startReplicas } from './start-replicas.mjs'
import { build, install, runScript } from './toolchain.mjs'

await runScript(async () => {
  const stopAsked = new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  install()
  build()
  const setup = await startReplicas({ port: Number(process.env.PORT || 4300) })
  console.log(`Load balancer: ${setup.url}`)
  console.log(`PostgreSQL: ${setup.databaseUrl}`)
  console.log('r and Enter restarts one after the other; Ctrl-C stops.')
  const restart = async () => {
    await restartInTurn(setup)
    console.log('Both were restarted.')
  }
  let restarting = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    if (line.trim() === 'r') restarting = restarting.then(restart).catch((error) => console.error(error.message))
  })
  try {
    await stopAsked
    return 0
  } finally {
    lines.close()
    await setup.stop()
  }
})
