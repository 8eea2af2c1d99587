import { setTimeout as wait } from 'node:timers/promises'
import { untilReady } from '../start-replicas.mjs'

/** Kills one bff after the other at random moments, as a crash does, and starts it again. Another one dies only when both can serve. */
export async function killAtRandom({ replicas, start }, { kills, seconds, random, onKill }) {
  const began = performance.now()
  const partMs = (seconds * 1000) / kills
  for (let kill = 0; kill < kills; kill += 1) {
    const moment = kill * partMs + random() * partMs * 0.6
    await wait(Math.max(0, moment - (performance.now() - began)))
    const replica = replicas[Math.floor(random() * replicas.length)]
    const ended = new Promise((resolve) => replica.program.once('exit', resolve))
    replica.program.kill('SIGKILL')
    onKill()
    await ended
    await wait(random() * 1_000)
    start(replica)
    await untilReady(replica)
  }
  await wait(Math.max(0, seconds * 1000 - (performance.now() - began)))
}
