// The Overview and its charts.
import { counted, grouped } from './counted.ts'

// chart-card
export const asAChart = (title: string) => `${title} as a chart`
export const asATable = (title: string) => `${title} as a table`
export const chart = 'Chart'
export const table = 'Table'

// csm-chart
export const goalsByCsm = 'Goals by CSM'
export const thisTenantDoesNotSayWho =
  'This tenant does not say who looks after its companies, so that no goal can be told to be somebody’s.'
export const byWhatTheirStatusesMeanMost = 'By what their statuses mean; most open goals first.'
export const showAllCsms = (named: number) => `Show all ${grouped(named)} CSMs`
export const showTheFirstOnly = (rowsAtFirst: number) => `Show the first ${rowsAtFirst} only`
export const goalsOfByWhatTheirStatuses = (named: number) =>
  `Goals of ${counted(named, 'CSM')} by what their statuses mean`

// csm-row-view
export const goalsOfMeaning = (csm: string, goals: number, meaning: string) =>
  `${csm}: ${counted(goals, 'goal')} ${meaning}`
export const goals = (goals: number) => counted(goals, 'goal')
export const openGoals = (open: number) => counted(open, 'open goal')
export const closedGoals = (achieved: number) => counted(achieved, 'closed goal')

// csm-rows
export const noCsm = 'No CSM'
export const otherCsms = (others: number) => counted(others, 'other CSM')

// days-line
export const countsOfDaysAreKeptFor =
  'Counts of days are kept for all goals and by CSM. For exactly the goals that you see there are none.'
export const noDayWasCountedYet = 'No day was counted yet.'
export const openOfThemAtRiskOn = (open: number, goals: number, shortDate: string, known: number) =>
  `${grouped(open)} open, ${grouped(goals)} of them at risk, on ${shortDate}; ${counted(known, 'day')} counted`
export const openGoalsByDay = (words: string) => `Open goals by day: ${words}`

// due-chart
export const dueAfter = (shortDate: string) => `Due after ${shortDate}`
export const withoutADueDate = 'Without a due date'
export const whenOpenGoalsAreDue = 'When open goals are due'
export const lateOnesAtTheLeftThen = (period: string) => `Late ones at the left, then by ${period} for half a year.`
export const byWeekOrMonth = 'By week or month'
export const weeks = 'Weeks'
export const months = 'Months'
export const goalsDue = (goals: number, meaning: string, due: string) => `${counted(goals, 'goal')} ${meaning}, ${due}`
export const openGoalsByDueDate = 'Open goals by due date'
export const overdue = 'overdue'
export const due = (label: string) => `due ${label}`

// due-columns
export const to = (first: string, shortDate: string) => `${first} to ${shortDate}`

// is-meaningless
export const nobodyHasSaidWhatStatusesMean =
  'Not known yet: nobody has said what the statuses of these goals mean, so that none can be told to be open.'

// headline
export const atRisk = 'At risk'
export const neitherCtaNorPlan = 'Neither CTA nor plan'
export const companyUnknown = 'Company unknown'
export const inNumbers = 'In numbers'

// open-meanings
export const withoutAMeaning = 'without a meaning'

// overview-page
export const goalsOf = (total: number) => counted(total, 'goal')
export const goalsSoFarTheFirstReading = (total: number) =>
  `${grouped(total)} goals so far: the first reading is not finished`
export const whoseGoals = 'Whose goals'
export const gainsightHasNoUserOfYour =
  'Gainsight has no user of your e-mail address, so that nobody knows which goals are yours.'
export const theGoalsOfTheCompaniesWhose = 'The goals of the companies whose CSM you are'
export const onlyMine = 'Only mine'
export const theOverviewCouldNotBeRead = (detail: string) => `The overview could not be read. ${detail}`
export const countingTheGoals = 'Counting the goals…'
export const noGoalIsYours = 'No goal is yours'
export const thereAreNoGoalsYet = 'There are no goals yet'
export const youAreTheCsmOfNo = 'You are the CSM of no company that has goals.'
export const asSoonAsGainsightHasSome = 'As soon as Gainsight has some, they are counted here.'
export const theFirstReadingOfAllGoals = 'The first reading of all goals has just begun.'

// weeks-chart
export const week = 'Week'
export const inTheWeek = (rangeWords: string) => `in the week ${rangeWords}`
export const whatHappenedInTheLast13 = 'What happened in the last 13 weeks'
export const byWeek = (happeningWords: string) => `${happeningWords}, by week`
export const notKnownGoalkeeperDidNotLook = (wordsOf: string) => `Not known ${wordsOf}: Goalkeeper did not look`
export const openByDay = 'Open, by day'
export const whatHappenedByWeek = 'What happened, by week'
export const historyBeginsWhenTheFirst =
  'History begins when the first reading of all goals is done. When goals were created Gainsight says.'
export const historyBeginsToday = 'History begins today'
export const historyBeginsOn = (shortDate: string) => `History begins on ${shortDate}`
export const gainsightKeepsNoneSoWhatMoved = (begins: string) =>
  `${begins}: Gainsight keeps none, so what moved before is not known. When goals were created it says.`
export const byWeeksFromMondayInUtc = (begins: string) =>
  `By weeks from Monday, in UTC. ${begins}; weeks in which Goalkeeper did not look are hatched.`

// weeks
export const movedLater = 'Moved later'
export const achieved = 'Achieved'
