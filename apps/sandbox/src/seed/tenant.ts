import { startOfDay } from '../tenant/calendar.ts'
import { GoalStore } from '../tenant/goal-store.ts'
import { createTable } from '../tenant/table.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { createCtas, createPlans } from './cockpit.ts'
import { createCompanies } from './companies.ts'
import { createOpportunities, createRelationships, createRelationshipTypes } from './company-parts.ts'
import { goalFields } from './goal-fields.ts'
import { createGoals } from './goals.ts'
import { createPrefix } from './gsid.ts'
import { createPicklistTable } from './picklist-table.ts'
import { createPicklists } from './picklists.ts'
import { createRandom } from './random.ts'
import { createTemplates } from './templates.ts'
import { createUsers } from './users.ts'

export interface TenantSeed {
  seed: number
  goals: number
  /** The day that dates are spread around, YYYY-MM-DD. */
  anchor: string
  /** The goal object's API name and label: every tenant may have its own. */
  goalObject: { name: string; label: string }
}

/** Builds a whole tenant. Equal seeds give equal tenants, id for id. */
export function seedTenant({ seed, goals, anchor, goalObject }: TenantSeed): Tenant {
  const start = startOfDay(anchor)
  if (start === null) throw new RangeError(`The anchor ${anchor} is not a day of the calendar (YYYY-MM-DD).`)
  const random = createRandom(seed)
  const picklists = createPicklists(random.fork('picklists'))
  const companyCount = Math.max(40, Math.round(goals / 8))
  const users = createUsers(random.fork('users'), Math.min(400, 24 + Math.round(companyCount / 20)), start)
  const companies = createCompanies(random.fork('companies'), companyCount, start, users, picklists)
  const types = createRelationshipTypes(random.fork('relationship types'))
  const relationships = createRelationships(random.fork('relationships'), companies, types, start)
  const opportunities = createOpportunities(random.fork('opportunities'), companies, picklists, start)
  const plans = createPlans(random.fork('plans'), companies, users, picklists, start)
  const ctas = createCtas(random.fork('ctas'), companies, plans, picklists, start)
  const templates = createTemplates(random.fork('templates'))
  const keyPrefix = createPrefix(random.fork('goal prefix'), '1CG0')
  const surroundings = {
    companies,
    users,
    relationships,
    opportunities,
    templates,
    ctas,
    plans,
    picklists,
    anchor: start,
    keyPrefix,
  }
  const { rows, links } = createGoals(random.fork('goals'), goals, surroundings)
  const goalTable = createTable({
    name: goalObject.name,
    label: goalObject.label,
    labelPlural: `${goalObject.label}s`,
    keyPrefix,
    fields: goalFields(picklists),
    rows,
  })
  const items = createPicklistTable(createPrefix(random.fork('picklist items'), '1I00'), Object.values(picklists))
  const tables = [companies, relationships, types, users, opportunities, ctas, plans, templates, items, goalTable]
  const [keyOwner] = users.rows
  if (!keyOwner) throw new Error('A tenant needs a user who owns the access key.')
  return {
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), table])),
    goals: new GoalStore(goalTable, links),
    keyOwner,
    anchor,
    picklists: new Map(Object.values(picklists).map((picklist) => [picklist.gsid, picklist])),
    goalStatuses: picklists.goalStatus,
  }
}
