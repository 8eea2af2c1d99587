import type { GoalEntry, GoalRecord as TenantRecord } from '@goalkeeper/gainsight/goals'
import { readText } from '@goalkeeper/gainsight/rows'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { GoalRecord } from './goal-record.ts'
import { idsIn } from './resolved-names.ts'

/** Passes on to the catalogue what goals tell besides themselves. */
export type LearnFromGoals = (
  entries: readonly Pick<GoalEntry, 'dataList'>[],
  goals: readonly GoalRecord[],
) => Promise<void>

/**
 * Tells the catalogue which records goals name, so that it reads in the background what it does not know; and names and
 * custom fields that came along with goals, each once.
 */
export function createLearning(catalogue: Pick<Catalogue, 'ensure' | 'learn'>): LearnFromGoals {
  const told = new Set<string>()
  const isNew = (text: string) => !told.has(text) && told.add(text)

  return async (entries, goals) => {
    const fields = goals
      .flatMap((goal) => Object.keys(goal.fields))
      .filter((name) => name.endsWith('__gc') && isNew(name))
    const pairs = (id: string) =>
      entries.flatMap(({ dataList }) => pairIn(dataList, id)).filter((pair) => isNew(`${pair.id} ${pair.name}`))
    const [statuses, users, companies] = [
      pairs('StatusId'),
      [...pairs('CreatedById'), ...pairs('ModifiedById')],
      pairs('CompanyId'),
    ]
    if (fields.length + statuses.length + users.length + companies.length > 0) {
      await catalogue.learn({ fields, statuses, users, companies })
    }
    catalogue.ensure({
      companies: idsIn(goals, 'CompanyId'),
      relationships: idsIn(goals, 'RelationshipId'),
      opportunities: idsIn(goals, 'OpportunityId'),
      templates: idsIn(goals, 'TemplateId'),
      relationshipTypes: idsIn(goals, 'RelationshipTypeId'),
      users: [...idsIn(goals, 'CreatedById'), ...idsIn(goals, 'ModifiedById')],
      statuses: idsIn(goals, 'StatusId'),
      ctas: goals.flatMap(({ CTA }) => CTA),
      plans: goals.flatMap(({ SP }) => SP),
    })
  }
}

function pairIn(record: TenantRecord, field: string): { id: string; name: string }[] {
  const [id, name] = [readText(record, field), readText(record, field.replace(/Id$/, 'Id__gr.Name'))]
  return id !== null && name !== null ? [{ id, name }] : []
}
