import type { Sync } from '@goalkeeper/contract/status'
import type { Events } from './events/events.ts'

const count = new Intl.NumberFormat('en-US')

/** Tells the person at the terminal how the first sync goes, until every goal is in. Nothing when it already is. */
export function announceFirstSync(events: Events, now: Sync, print: (line: string) => void): void {
  if (now.completedAt !== null) return
  print('Reading the goals for the first time…')
  let told = now.goals
  let problem: string | null = null
  const off = events.on((event) => {
    if (event.type !== 'sync') return
    const { goals, completedAt, incompleteBecause } = event.sync
    if (completedAt !== null) {
      print(`${count.format(goals)} goals are in.`)
      return off()
    }
    if (event.sync.problem !== problem && (problem = event.sync.problem)) print(`The sync fails: ${problem}`)
    if (incompleteBecause && event.sync.state === 'idle') {
      print(`${count.format(goals)} goals are in, and perhaps not all: ${incompleteBecause}`)
      return off()
    }
    if (goals - told >= 1_000) print(`${count.format((told = goals))} goals so far`)
  })
}
