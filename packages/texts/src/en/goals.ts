// Parts of the list of goals that come later.

// group-choices
export const dueMonth = 'Due month'
export const byMonth = (label: string) => `${label}, by month`

// no-goals
export const noGoalThatYouSee = 'No goal that you see'
export const noGoalsYet = 'No goals yet'
export const theTenantHasNoCustomerGoals = 'The tenant has no Customer Goals that this key can see.'
export const goalsAreOnTheirWay = 'Goals are on their way'
export const theFirstSyncHasBegunRows = 'The first sync has begun. Rows appear here as they arrive.'
export const noGoalMatches = 'No goal matches'
export const without = 'without {words}'

// search-as-filter
export const useAsAFilter = 'Use as a filter'
