import type { Status } from '@goalkeeper/contract/catalogue'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { GoalRecord } from './goal-record.ts'
import type { GoalRow, RecordColumns } from './goal-row.ts'
import { linkedColumnsFor, type Links } from './linked-columns.ts'

/** Columns that hold what the catalogue knows of the ids in a record. */
export type ResolvedColumns = Pick<
  GoalRow,
  | 'status_name'
  | 'status_meaning'
  | 'company_name'
  | 'company'
  | 'relationship_name'
  | 'opportunity_name'
  | 'created_by_name'
  | 'modified_by_name'
  | 'linked'
  | 'linked_terms'
>

/** Fills in what stands behind a record's ids. What the catalogue does not know (any more) stays as the row before had it. */
export type Resolve = (columns: RecordColumns, before: GoalRow | null) => ResolvedColumns

type Names = Pick<Catalogue, 'statuses' | 'companies' | 'names' | 'linkedProperties'>

/** Asks the catalogue once for everything that these records name, and for what else the goals that come of them may link to. */
export async function resolverFor(
  records: readonly GoalRecord[],
  linksBefore: readonly Links[],
  catalogue: Names,
): Promise<Resolve> {
  const ids = (...fields: string[]) => new Set(fields.flatMap((field) => idsIn(records, field)))
  const companies = await catalogue.companies(ids('CompanyId'))
  const relationships = await catalogue.names('relationship', ids('RelationshipId'))
  const opportunities = await catalogue.names('opportunity', ids('OpportunityId'))
  const users = await catalogue.names('user', ids('CreatedById', 'ModifiedById'))
  const linkedColumns = await linkedColumnsFor([...records, ...linksBefore], catalogue)
  const statuses = new Map<unknown, Status>((await catalogue.statuses()).map((status) => [status.id, status]))

  return (columns, before) => {
    const company = companies.get(String(columns.company_id))
    const status = statuses.get(columns.status_id)
    const nameOf = (names: Map<string, string>, id: IdColumn, name: NameColumn) =>
      names.get(String(columns[id])) ?? (before && before[id] === columns[id] ? before[name] : null)
    const isSameCompany = before?.company_id === columns.company_id
    return {
      status_name: status?.name ?? null,
      status_meaning: status?.meaning ?? null,
      company_name: company?.name ?? (isSameCompany ? before.company_name : null),
      company: company?.attributes ?? (isSameCompany ? before.company : {}),
      relationship_name: nameOf(relationships, 'relationship_id', 'relationship_name'),
      opportunity_name: nameOf(opportunities, 'opportunity_id', 'opportunity_name'),
      created_by_name: nameOf(users, 'created_by_id', 'created_by_name'),
      modified_by_name: nameOf(users, 'modified_by_id', 'modified_by_name'),
      ...linkedColumns({ CTA: columns.cta_ids, SP: columns.sp_ids }),
    }
  }
}

type IdColumn = 'relationship_id' | 'opportunity_id' | 'created_by_id' | 'modified_by_id'
type NameColumn = 'relationship_name' | 'opportunity_name' | 'created_by_name' | 'modified_by_name'

/** The ids that records hold in a field. */
export function idsIn(records: readonly GoalRecord[], field: string): string[] {
  return records.map(({ fields }) => fields[field]).filter((id) => typeof id === 'string')
}
