import * as texts from '@goalkeeper/texts/server/health'
import { readStatus } from '@goalkeeper/contract/status'
import type { Router } from 'express'
import type { Config } from '#bff/config.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { Gateway } from '#bff/gateway/gateway.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { endpoint } from '#bff/http/endpoint.ts'

type StatusOptions = {
  tenant: Config['tenant']
  fingerprint: string
  version: string
  gateway: Gateway
  goalIndex: GoalIndex
  connection: Connection
}

/** How everything stands at this moment, as the rooms tell it. */
export function createStatus({ tenant, fingerprint, version, gateway, goalIndex, connection }: StatusOptions): Router {
  const label = tenant.sandbox ? texts.sandbox : new URL(tenant.baseUrl).hostname
  return endpoint(readStatus, async () => ({
    tenant: { label, baseUrl: tenant.baseUrl, sandbox: tenant.sandbox },
    fingerprint,
    budget: await gateway.budget(),
    sync: goalIndex.sync(),
    writes: {
      ...connection.writesDecision(),
      unsettled: await gateway.unsettled(),
      clearBy: connection.capabilities().clearBy,
    },
    capabilities: connection.capabilityList(),
    statusesUnanswered: await connection.statusesUnanswered(),
    addressPattern: connection.settings().addressPattern,
    version,
  }))
}
