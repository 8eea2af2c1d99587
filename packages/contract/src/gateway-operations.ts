import type { tenantRoutes } from '@goalkeeper/gainsight/routes'

type Routes = typeof tenantRoutes

/** The tenant's own calls by the names that a token may be limited to (`gateway.<name>`), and what each needs; without their schemas. */
export const gatewayOperations = {
  createGoal: 'write',
  updateGoal: 'write',
  fetchGoals: 'read',
  listCtas: 'read',
  listSuccessPlans: 'read',
  queryObject: 'read',
  listObjects: 'read',
  describeObject: 'read',
  describeObjects: 'read',
  describeObjectLegacy: 'read',
  readDropdown: 'read',
  listUsers: 'read',
} as const satisfies { [Name in keyof Routes]: Routes[Name]['effect'] }
