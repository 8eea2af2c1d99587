// What surrounds every page.
import { grouped } from './counted.ts'

// app-shell
export const skipToThePage = 'Skip to the page'

// budget-meter
export const callBudget = 'Call budget'
export const callsFreeNow = (free: number) => `${free} calls free now`
export const callsFreeNowOfAMinute = (free: number, limit: number) => `${free} calls free now, of ${limit} a minute`

// budget-state
export const callsAreFree = 'Calls are free'
export const aSaveWaitsForItsCall = 'A save waits for its call'
export const theTenantRefusesCalls = 'The tenant refuses calls'
export const allCallsAreStopped = 'All calls are stopped'

// color-scheme-button
export const coloursSystem = 'Colours: system'
export const coloursLight = 'Colours: light'
export const coloursDark = 'Colours: dark'
export const themeModeColors = 'theme mode colors'

// data-age
export const theTenantLastAnsweredAt = (exactInstant: string) => ` The tenant last answered at ${exactInstant}.`
export const quietHoursNothingIsReadUntil = (exactInstant: string, read: string) =>
  `Quiet hours: nothing is read until ${exactInstant}.${read}`
export const quietUntil = (clockTime: string) => `quiet until ${clockTime}`
export const waitingForTheTenant = 'waiting for the tenant'
export const theTenantLastAnsweredAtOf = (exactInstant: string) => `The tenant last answered at ${exactInstant}.`
export const syncingGoalsSoFar = (goals: number) => `syncing, ${grouped(goals)} goals so far`
export const freshNow = 'fresh now'
export const freshAgo = (duration: string) => `fresh ${duration} ago`

// notices
export const notices = 'Notices'
export const putAway = 'Put away'

// palette-button
export const findAGoalACompanyAn = 'Find a goal, a company, an action'

// palette-name
export const findAnything = 'Find anything'

// person-menu
export const youOnThisMachine = 'You, on this machine'
export const you = 'You'

// rail
export const namesInTheRailHide = 'Names in the rail: hide'
export const namesInTheRailShow = 'Names in the rail: show'
export const menuSidebarNavigation = 'menu sidebar navigation'
export const main = 'Main'
export const narrow = 'Narrow'
export const showNames = 'Show names'
export const namesInTheRail = 'Names in the rail'

// server-bands
export const goalkeepersServerHasNot = (duration: string) =>
  `Goalkeeper’s server has not answered for ${duration}. What you see may be old; trying again.`
export const allCallsToTheTenantAre = 'All calls to the tenant are stopped. You can read; nothing is synced or saved.'
export const quietHoursUntilGoalkeeperLooks = (clockTime: string, duration: string) =>
  `Quiet hours until ${clockTime}: Goalkeeper looks for nothing new on its own. What you see was read ${duration} ago; you can save as always.`
export const lastAnswerAgoYouCanRead = (duration: string) =>
  `Last answer ${duration} ago. You can read; saving waits until it returns.`
export const theTenantHasNotAnsweredYet = (problem: string) => `The tenant has not answered yet. ${problem}`
export const sayWhatTheyMean = 'Say what they mean'
export const openAndOverdueAreNotKnown =
  'Open and overdue are not known yet: nobody has said what this tenant’s statuses mean.'
export const someGoalsMayBeMissingHere = (incompleteBecause: string) =>
  `Some goals may be missing here: ${incompleteBecause}`

// shortcut-host
export const keyboardShortcuts = 'Keyboard shortcuts'
export const help = 'help'
export const singleKeyShortcutsSwitchOff = 'Single-key shortcuts: switch off'
export const singleKeyShortcutsSwitchOn = 'Single-key shortcuts: switch on'

// tenant-label
export const sandbox = 'Sandbox'
export const readOnly = 'Read-only'
