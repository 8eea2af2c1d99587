import { endpoints } from '@goalkeeper/contract/endpoints'
import type { Endpoint } from '@goalkeeper/contract/endpoint'
import { plainOperations } from '@goalkeeper/contract/plain-operations'
import { refusalOf, type Needs, type Role } from '@goalkeeper/contract/policy'
import { gatewayOperations } from '@goalkeeper/contract/gateway-operations'

/** A call that a token can be kept to, by its operation id of the OpenAPI description. */
export type TokenRoute = { id: string; needs: Needs }

const routes: readonly TokenRoute[] = [
  ...Object.entries<Endpoint>(endpoints).map(([id, { needs }]) => ({ id, needs })),
  ...Object.entries(plainOperations).map(([id, needs]): TokenRoute => ({ id, needs })),
  ...Object.entries(gatewayOperations).map(([name, needs]): TokenRoute => ({ id: `gateway.${name}`, needs })),
]

/** The calls that a role may make, by name; what anybody may ask and what concerns a browser's session are none of a script's. */
export function routesFor(role: Role): string[] {
  return routes
    .filter(({ needs }) => needs !== 'none' && needs !== 'self' && refusalOf(role, needs) === null)
    .map(({ id }) => id)
    .sort((one, other) => one.localeCompare(other))
}
