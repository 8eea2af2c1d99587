import type { Sync } from '@goalkeeper/contract/connection'
import type { GoalChange, GoalDetail, GoalPage, GoalQuery } from '@goalkeeper/contract/goals'
import type { Router } from 'express'
import type { CatalogueChange } from '#bff/catalogue/catalogue.ts'
import type { KnownGoals, SettledWrite } from '#bff/gateway/gateway.ts'

/** Fields whose values the catalogue asks for, to know what goals point to. */
export type IdField =
  | 'CompanyId'
  | 'RelationshipId'
  | 'OpportunityId'
  | 'StatusId'
  | 'CreatedById'
  | 'ModifiedById'
  | 'TemplateId'
  | 'RelationshipTypeId'
  | 'CTA'
  | 'SP'

/** The synced copy of the tenant's goals: everything that is read of goals is read here, without a call to the tenant. */
export type GoalIndex = KnownGoals & {
  /** A window of goals with total and facets. Throws an AppError (`invalid`) that names an unknown field. */
  query(query: GoalQuery): Promise<GoalPage>
  /** One goal, with its ETag. Throws an AppError (`not-found`) with the reason. */
  goal(gsid: string): Promise<{ goal: GoalDetail; etag: string }>
  /** What is known to have changed on one goal, newest first. */
  changes(gsid: string): Promise<GoalChange[]>
  /** Takes over what a confirmed write of ours has changed. */
  applySettled(settled: SettledWrite): Promise<void>
  /** Copies names, company attributes and status meanings anew from the catalogue, for these ids. */
  refreshResolved(change: CatalogueChange): Promise<void>
  /** Gsids that goals hold in a field, at most 5,000. */
  idsSeen(field: IdField): Promise<string[]>
  /** How many goals are associated with each CTA or success plan; ids without a goal are left out. */
  linkCounts(ids: Iterable<string>): Promise<Map<string, number>>
  /** How the sync stands at this moment. */
  sync(): Sync
  /** Fields that the tenant's fetch refused to select, so that they are not shown; empty when it takes all. */
  refusedFields(): string[]
  /** Reads what is stored and begins to sync in the background. */
  start(): Promise<void>
  stop(): Promise<void>
  router: Router
}
