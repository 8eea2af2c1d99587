/** What the catalogue asks the goal index: which ids goals hold, and what the tenant refused to select. */
export type GoalsSeen = {
  idsSeen: (
    field:
      | 'CompanyId'
      | 'RelationshipId'
      | 'OpportunityId'
      | 'StatusId'
      | 'CreatedById'
      | 'ModifiedById'
      | 'TemplateId'
      | 'RelationshipTypeId'
      | 'CTA'
      | 'SP',
  ) => Promise<string[]>
  /** How many goals are associated with each CTA or plan; ids without a goal are left out. */
  linkCounts: (ids: Iterable<string>) => Promise<Map<string, number>>
  refusedFields: () => readonly string[]
}
