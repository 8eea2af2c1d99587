// The list of goals.
import { counted, grouped } from './counted.ts'

// goal-grid
export const isNotChangedInTheList = (labelOf: string) => `${labelOf} is not changed in the list.`

// goal-name
export const noLongerMatches = 'no longer matches'
export const noLongerInThisGroup = 'no longer in this group'

// goal-row
export const select = (fields: string) => `Select ${fields}`
export const someoneElse = 'someone else'
export const changedBy = (fields: string) => `Changed by ${fields}`

// goals-page
export const selectTitle = 'Select'

// grid-header
export const selectAllGoalsThatMatch = 'Select all goals that match'

// header-cell
export const altMovesShiftResizesAltFor = (canSort: boolean) =>
  `${canSort ? 'Click sorts, Shift+click adds a key. ' : ''}Alt+← → moves, Shift+← → resizes, Alt+↓ for more.`
export const moreForThisColumn = 'More for this column'

// list-bands
export const theGoalsCouldNotBeRead = (detail: string) => `The goals could not be read. ${detail}`
/** Parts of the address of a list. */
export const partsOfAddress = {
  filter: 'filter',
  q: 'search',
  sort: 'order',
  group: 'groups',
  columns: 'columns',
  view: 'view',
  link: 'list link',
  without: 'part that takes something out',
}
export const theLinksCouldNotBeRead = (parts: string[]) =>
  `The link’s ${parts.join(' and ')} could not be read and ${parts.length > 1 ? 'were' : 'was'} left out.`
export const showGoalsWithSuchLinks = 'Show goals with such links'
export const partOfThisListWasLeft = (problems: string) => `Part of this list was left out. ${problems}`
export const whetherCannotBeTold = (goals: number) => {
  const [match, link] = goals === 1 ? ['1 goal matches', 'it links'] : [`${grouped(goals)} goals match`, 'they link']
  return `Whether ${match} cannot be told: nothing is known (yet) of CTAs or plans that ${link} to, which count as empty.`
}

// list-header
export const thatYouSee = 'that you see'
/** Exact, never 1.2k; not exact while goals are still being read: "8,400 so far". */
export const goals = (total: number, isExact: boolean) =>
  isExact ? counted(total, 'goal') : `${grouped(total)} so far`

// list-model
export const thereIsNoColumn = (id: string) => `There is no column “${id}”.`
export const goalsCannotBeOrderedBy = (field: string) => `Goals cannot be ordered by “${field}”.`
export const goalsCannotBeGroupedBy = (field: string) => `Goals cannot be grouped by “${field}”.`

// phone-row
export const noDate = 'no date'

// quick-search-box
export const searchTheList = 'Search the list'
export const clearTheSearch = 'Clear the search'
export const searchGoalsCompanies = 'Search goals, companies…'

// rows-problem
export const theseRowsCouldNotBeRead = (detail: string) => `These rows could not be read. ${detail}`

// selection-bar
/** Keys stand in braces. */
export const keysOfTheList =
  '{↑} {↓} {←} {→} move, with {Shift} a range · {Enter} open · {F2} edit · {Space} select · {Ctrl} {C} copy · {/} search'

// summary-strip
export const oftenAsked = 'Often asked'
export const nobodyHasSaidWhatTheStatuses = 'Not known: nobody has said what these statuses mean.'

// summary-toggles
export const noCta = 'No CTA'
export const noPlan = 'No plan'

// use-list-commands
export const arrowKeys = '↑ ↓ ← →'
export const escKey = 'Esc'
export const copyKeys = 'Ctrl C'
export const spaceKey = 'Space'
export const enterKey = 'Enter'
export const homeAndEnd = 'Home, End'
export const pageKeys = 'Page Up, Page Down'
export const rowHeightComfortable = 'Row height: comfortable'
export const rowHeightCompact = 'Row height: compact'
export const density = 'density'
export const selectAllGoals = (total: number) => `Select all ${grouped(total)} goals`
export const thereIsNone = 'There is none.'
export const clearTheSelection = 'Clear the selection'
export const goToTheRows = 'Go to the rows'
export const cellByCellWithShiftMarking = 'Cell by cell, with Shift marking them'
export const screenByScreen = 'Screen by screen'
export const firstLastCellWithCtrlOf = 'First, last cell; with Ctrl of the list'
export const editStatusOrDueDateElse = 'Edit status or due date, else open the goal'
export const editTheCell = 'Edit the cell'
export const editStatusDueDate = 'Edit status, due date'
export const selectWithShiftARange = 'Select, with Shift a range'
export const copyTheMarkedCellsTheSelected = 'Copy the marked cells, the selected goals or the cell'
export const onAGroupFoldUnfold = 'On a group: fold, unfold'
export const pickAStatusOnceItsList = 'Pick a status, once its list is open'
export const clearTheSelectionCloseTheGoal = 'Clear the selection, close the goal'

// write-mark
export const aChangeWaitsForItsCall = 'A change waits for its call to the tenant'
export const aChangeHasBeenSent = 'A change has been sent'
export const aChangeWasSentAndNobody = 'A change was sent, and nobody can say yet whether it was applied'
