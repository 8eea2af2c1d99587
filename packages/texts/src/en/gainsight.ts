// What a call to Gainsight must hold.

// goal-parts
export const mustNotBeEmpty = (field: string) => `${field} must not be empty.`
export const mustNotBeAnEmptyList = (kind: string) => `${kind} must not be an empty list: leave it out.`
export const mustNameCtasOrSuccessPlans = (block: string) => `${block} must name CTAs or success plans, or be left out.`
export const requestsMustHoldExactlyOneGoal = 'requests must hold exactly one goal: Gainsight takes one in a call.'

// goal-update
export const cannotBeSetInAnUpdate = (key: string) => `${key} cannot be set in an update.`
export const standsInAssociationAndIn = (kind: string, both: string) =>
  `${kind} ${both} stands in association and in dissociation.`
export const theUpdateChangesNothing = 'The update changes nothing.'

// goal-create
export const needsALookupThatResolvesIt = (key: string) => `${key} needs a lookup that resolves it.`
export const cannotBeSetInACreate = (key: string) => `${key} cannot be set in a create.`
export const isMissingALookupSearchesBy = (input: string) => `${input} is missing: a lookup searches by it.`
export const aGoalNeedsOrWithA = (entityType: string, id: string, name: string) =>
  `A ${entityType} goal needs ${id}, or ${name} with a lookup.`

// lookup
export const fieldsMustNameAtLeastOne = 'fields must name at least one field to match.'
