import type { FaultSetting } from './faults/fault.ts'
import type { Limits } from './limits/limits.ts'
import type { SwitchSettings } from './switches.ts'

/** How a sandbox starts. Everything may be left out. */
export interface SandboxOptions {
  /** 0 takes a free one. */
  port?: number
  goals?: number
  seed?: number
  accessKey?: string
  /** Limits of the synchronous calls. The minute is `windowSeconds` long. */
  callsPerMinute?: number
  callsPerDay?: number
  windowSeconds?: number
  /** Other limits of the asynchronous and the user calls than the documented ones. */
  limits?: Partial<Pick<Limits, 'asynchronous' | 'users'>>
  /** How long every call takes: a number of milliseconds, or one between two bounds. */
  latencyMs?: number | readonly [number, number]
  /** Where changes are kept; without it they are forgotten at the end. */
  dataFile?: string
  /** The day that dates are spread around, YYYY-MM-DD; today, or the day on which the data file was made. */
  anchor?: string
  /** The goal object's API name and label. */
  goalObject?: { name: string; label: string }
  switches?: SwitchSettings
  faults?: readonly FaultSetting[]
}

export const defaultAccessKey = 'sandbox-access-key'
