// What requests may hold, and what roles may do.

// connection
export const mustBeATimeSuchAs = 'must be a time such as 22:00'
export const mustBeATimeZoneSuch = 'must be a time zone such as Europe/Berlin'
export const mustBeAnotherTimeThanThe = 'must be another time than the beginning'

// exports
export const mustBeADayOfThe = 'must be a day of the years 1 to 9999'
export const charactersTooLongForACell = (count: number) => `[${count} characters: too long for a cell]`

// layout
export const mustBeTheNameOfA = 'must be the name of a field, or Links'
export const mustNameEachColumnOnce = 'must name each column once'

// policy
export const seeingGoals = 'Seeing goals'
export const changingGoals = 'Changing goals'
export const changingManyGoalsAtOnce = 'Changing many goals at once'
export const sharingViewsWithEveryone = 'Sharing views with everyone'
export const changingTheConnection = 'Changing the connection'
export const stoppingAllCalls = 'Stopping all calls'
export const managingPeople = 'Managing people'
export const managingTokens = 'Managing tokens'
export const changingViewsAndListLinksOf = 'Changing views and list links of others'
export const youHaveNotBeenGivenA = 'You have not been given a role yet: ask an admin of Goalkeeper for one.'
export const needsTheRoleAndYoursIs = (words: string, least: string, role: string) =>
  `${words} needs the role ${least}, and yours is ${role}.`

// views
export const namesAKeyThatNoAddress = 'names a key that no address has'
export const isLongerThanCharacters = (longestState: number) => `is longer than ${longestState} characters`
export const giveItAName = 'Give it a name.'
export const aNameHasAtMost100 = 'A name has at most 100 characters.'
