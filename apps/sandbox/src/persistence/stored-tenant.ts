import type { SandboxOptions } from '../options.ts'
import { seedTenant, type TenantSeed } from '../seed/tenant.ts'
import { calendarDay } from '../tenant/calendar.ts'
import { replaceRow } from '../tenant/table.ts'
import { removeRecord, tableOf, type Tenant } from '../tenant/tenant.ts'
import type { TenantIdentity } from './change.ts'
import { DataFileError, readChangeFile } from './change-file.ts'

const presets = { seed: 1, goals: 2000, goalObject: { name: 'customer_goal', label: 'Customer Goal' } }

/** The tenant that the options ask for, with the changes of its data file laid over what the seed generates. */
export function storedTenant(options: SandboxOptions): { seed: TenantSeed; tenant: Tenant } {
  const stored = options.dataFile === undefined ? null : readChangeFile(options.dataFile)
  const seed: TenantSeed = {
    seed: options.seed ?? presets.seed,
    goals: options.goals ?? presets.goals,
    anchor: options.anchor ?? stored?.header.anchor ?? calendarDay(Date.now()),
    goalObject: options.goalObject ?? presets.goalObject,
  }
  if (stored && !isSame(stored.header, seed)) {
    const { header } = stored
    throw new DataFileError(
      `${options.dataFile} holds the changes of another tenant (seed ${header.seed}, ${header.goals} goals, ${header.anchor}): ` +
        'start with these, choose another SANDBOX_DATA_FILE, or delete it.',
    )
  }
  const tenant = seedTenant(seed)
  for (const change of stored?.changes ?? []) {
    if ('removed' in change) removeRecord(tenant, change.removed)
    else if ('links' in change) tenant.goals.save(change)
    else replaceRow(tableOf(tenant, change.object.toLowerCase()), change.record)
  }
  return { seed, tenant }
}

function isSame(stored: TenantIdentity, wanted: TenantIdentity): boolean {
  return stored.seed === wanted.seed && stored.goals === wanted.goals && stored.anchor === wanted.anchor
}
