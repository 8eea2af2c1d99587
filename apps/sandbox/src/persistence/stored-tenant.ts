import type { SandboxOptions } from '../options.ts'
import { seedTenant, type TenantSeed } from '../seed/tenant.ts'
import { calendarDay } from '../tenant/calendar.ts'
import { removeRecord, type Tenant } from '../tenant/tenant.ts'
import { DataFileError, readChangeFile, type TenantIdentity } from './change-file.ts'

const presets = { seed: 1, goals: 2000, goalObject: { name: 'customer_goal', label: 'Customer Goal' } }

/** The tenant that the options ask for, with the changes of its data file laid over what the seed generates. */
export function storedTenant(options: SandboxOptions): { seed: TenantSeed; tenant: Tenant } {
  const stored = options.dataFile === undefined ? null : readChangeFile(options.dataFile)
  const seed: TenantSeed = {
    seed: options.seed ?? presets.seed,
    goals: options.goals ?? presets.goals,
    anchor: options.anchor ?? stored?.identity.anchor ?? calendarDay(Date.now()),
    goalObject: options.goalObject ?? presets.goalObject,
  }
  if (stored && !isSame(stored.identity, seed)) {
    const { identity } = stored
    throw new DataFileError(
      `${options.dataFile} holds the changes of another tenant: seed ${identity.seed}, ${identity.goals} goals, anchor ${identity.anchor}. ` +
        'Start with these, choose another SANDBOX_DATA_FILE, or delete the file.',
    )
  }
  const tenant = seedTenant(seed)
  for (const change of stored?.changes ?? []) {
    if ('removed' in change) removeRecord(tenant, change.removed)
    else tenant.goals.save(change)
  }
  return { seed, tenant }
}

function isSame(stored: TenantIdentity, wanted: TenantIdentity): boolean {
  return stored.seed === wanted.seed && stored.goals === wanted.goals && stored.anchor === wanted.anchor
}
