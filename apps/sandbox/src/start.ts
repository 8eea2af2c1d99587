import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { changeByHand, readRecord, type HandChange, type StoredRecord } from './control/by-hand.ts'
import type { Fault, FaultSetting } from './faults/fault.ts'
import { createApp } from './http/app.ts'
import type { Stats } from './http/stats.ts'
import type { SandboxOptions } from './options.ts'
import { Runtime } from './runtime.ts'
import type { Switches, SwitchSettings } from './switches.ts'

/** A local tenant that is running. What its methods do is also to be had over HTTP under `/__sandbox`. */
export interface Sandbox {
  /** Without a slash at the end. */
  url: string
  port: number
  accessKey: string
  stats(): Stats
  /** Puts these faults in the place of those in force; without any, nothing goes wrong any more. Gives back what is in force. */
  faults(faults?: readonly FaultSetting[]): (Fault & { met: number })[]
  /** Changes some switches; gives back all. */
  switches(settings?: SwitchSettings): Switches
  /** A goal, company, CTA or any other record as it is stored; null when there is none. */
  record(gsid: string): StoredRecord | null
  /** What a person changes on a record in Gainsight's own screens: no call and no write of a client. */
  changeRecord(gsid: string, change: HandChange): Promise<StoredRecord | null>
  /** Deletes a goal, CTA, plan or any other record, as a person can in Gainsight's own screens. */
  deleteRecord(gsid: string): Promise<boolean>
  /** As freshly started: data, statistics, limits, faults and switches. */
  reset(): Promise<void>
  /** Ends every connection; calls that still wait get no answer, and writes that a fault holds back are never applied. */
  stop(): Promise<void>
}

/** Starts a tenant on this machine's loopback address. Rejects when the port is taken or the data file cannot be used. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const runtime = await Runtime.start(options)
  const server = createServer(createApp(runtime))
  server.keepAliveTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    accessKey: runtime.accessKey,
    stats: () => runtime.report(),
    faults(faults) {
      if (faults) runtime.faults.replace(faults)
      return runtime.faults.report()
    },
    switches(settings) {
      if (settings) runtime.setSwitches(settings)
      return runtime.switches
    },
    record: (gsid) => readRecord(runtime, gsid),
    changeRecord: (gsid, change) => changeByHand(runtime, gsid, change),
    deleteRecord: (gsid) => runtime.removeRecord(gsid),
    reset: () => runtime.reset(),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      const stopped = runtime.stop()
      server.closeAllConnections()
      await stopped
      await closed
    },
  }
}
