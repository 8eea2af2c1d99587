// Why a tenant cannot be asked for a filter.

// where-choice
export const thatWouldBeMoreThanConditions = (mostConditions: number) =>
  `that would be more than ${mostConditions} conditions`
export const itNeedsOr = 'it needs OR, which the tenant does not take'
export const itNeedsOrWithAnd = 'it needs OR, which the tenant does not take together with AND'

// where-condition
export const theTenantCannotFilterBy = (label: string) => `the tenant cannot filter by ${label}`
export const onlyGoalkeeperKnowsItsFrozen = 'only Goalkeeper knows its frozen lists'
export const howTheTenantReadsInstantsIs = 'how the tenant reads instants is not known'
export const itIsAboutTheWordsAnd = 'it is about the words, and the tenant looks at the HTML'
export const theTenantMayLookAtThe = 'the tenant may look at the id of the picklist item instead of its label'
export const inWhichOrderTheTenantPuts = 'in which order the tenant puts texts is not known'
export const theTenantDoesNotKnow = (operator: string) => `the tenant does not know ${operator}`

// where
export const noGoalCanPassItAnd = 'no goal can pass it, and there is no way to ask for none'
export const theTenantHasNoOperatorFor = 'the tenant has no operator for the opposite'
