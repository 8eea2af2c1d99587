// What is said of fields, statuses and records of the tenant.
// catalogue-router
export const gainsightHasNoCompanyOfThis = 'Gainsight has no company of this Gsid.'

// linkables
export const chooseACompanyOrSearchBy = 'Choose a company, or search by name.'

// metadata
export const noReadGivesThemTheyAre = 'No read gives them: they are learned from writes, or typed in.'

// notices
export const users = 'users'
export const ctas = 'CTAs'
export const goalTemplates = 'goal templates'
export const relationshipTypes = 'relationship types'
export const successPlans = 'success plans'
export const andBetween = ' and '
export const thisTenantDoesNotLetGoalkeeper = (plurals: string) =>
  `This tenant does not let Goalkeeper read ${plurals}, so they show as ids.`
export const gainsightDidNotAnswerJustNow = 'Gainsight did not answer just now. These are the ones that are known here.'
export const gainsightHasNotToldYetWhether =
  'Gainsight has not told yet whether it has this company. Try again in a moment.'
export const noFieldsDescribed =
  'This tenant does not describe its fields. Custom fields are those that turned up in goals and those that an admin typed in.'
export const noCompaniesDescribed =
  'This tenant does not describe its companies, so names of fields have to be typed in.'
export const nobodyKnowsTheNamesOfAn = (nameless: number) =>
  `Nobody knows the names of ${nameless === 1 ? 'one status' : `${nameless} statuses`}. An admin can type them in on the Connection page.`

// presented-records
export const notFoundInGainsight = 'not found in Gainsight'

// status-sources
export const theStatusFieldOfTheGoal = (statuses: number) => `The status field of the goal object lists ${statuses}.`
export const thePicklistCategoryOfTheStatus = (statuses: number) =>
  `The picklist category of the status field lists ${statuses}.`
export const thePicklistItemsOfTheCategory = (category: string, kept: number) =>
  `The picklist items of the category ${category} give ${kept}.`
export const goalsCameWithTheNamesOf = (statuses: number, seenIds: number) =>
  `Goals came with the names of ${statuses} of ${seenIds} statuses.`
