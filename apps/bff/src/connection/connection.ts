import type { Capability, Settings } from '@goalkeeper/contract/connection'
import type { Router } from 'express'
import type { Capabilities } from './capabilities.ts'

/** Whether people may write now; `reason` is the sentence for a disabled button. */
export type WritesDecision = { mode: 'ask' | 'on' | 'off'; allowed: boolean; reason: string | null }

/** What is known about this tenant and decided for it. */
export type Connection = {
  /** Typed flags for the rooms that call the tenant. Read it again for every job: a probe may change it. */
  capabilities(): Capabilities
  /** The same knowledge in words, for the Connection page. */
  capabilityList(): Capability[]
  settings(): Settings
  writesDecision(): WritesDecision
  /** Statuses that nobody has given a meaning yet. */
  statusesUnanswered(): Promise<number>
  /** Learns from a confirmed write what only writing can show. */
  learnFromWrite(settled: { kind: 'create' | 'update'; request: unknown; data: unknown }): Promise<void>
  /** Called with every change of capabilities, settings or meanings. */
  onChanged(listener: () => void): () => void
  /** Reads what is stored, and probes in the background where that is missing or over a week old. */
  start(): Promise<void>
  stop(): Promise<void>
  router: Router
}
