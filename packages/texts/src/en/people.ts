// People, their roles and sessions.
import { counted } from './counted.ts'

// people-frame
export const whoComesIn = 'Who comes in'

// people-page
export const everyoneWhoHasSignedInA =
  'Everyone who has signed in. A role given here counts more than the one that the provider states.'
export const nobodyHasSignedInYet = 'Nobody has signed in yet'
export const inTheSandboxNobodyHasTo =
  'In the sandbox nobody has to. With a tenant of your own, everyone who signs in appears here.'
export const everyoneWhoSignsInAppearsHere = 'Everyone who signs in appears here, and can be given a role then.'
export const person = 'Person'
export const inGainsight = 'In Gainsight'
export const lastSeen = 'Last seen'
export const sessions = 'Sessions'
export const you = ' (you)'
export const noUserOfThisEMail = 'no user of this e-mail'
export const none = 'none'
export const end = (sessions: number) => `End ${counted(sessions, 'session')}`
export const endOf = (sessions: number, name: string) => `${end(sessions)} of ${name}`
export const endAsked = (sessions: number, name: string) => `${end(sessions)} of ${name}?`
export const endYourOwnAsked = (sessions: number) => `${end(sessions)} of your own?`
export const toSignInAgainOnEvery = (isMe: boolean, name: string) =>
  `${isMe ? 'You have' : `${name} has`} to sign in again, on every device. What is on its way to Gainsight still goes through.`
export const giveUpBeingAnAdmin = 'Give up being an admin?'
export const roleOf = (name: string) => `Role of ${name}`

// role-choices
export const byAnAdmin = (role: string) => `${role}, by an admin`
export const byProvider = (role: string | null | undefined) => `${role ?? 'no role'}, by provider`
export const byConfiguration = (role: string | null | undefined) => `${role ?? 'no role'}, by configuration`
export const noRoleYet = 'no role yet'
export const likeEveryone = (role: string) => `${role}, like everyone`
export const whatYourProviderSays = 'what your provider says'

// scope-choices
export const allGoals = 'all goals'
export const ofCompaniesWhoseCsmTheyAre = 'of companies whose CSM they are'
export const byAFilter = 'by a filter'
export const byAnotherFilter = 'by another filter…'
export const byAFilterDots = 'by a filter…'

// scope-dialog
export const goalsThatSees = (name: string) => `Goals that ${name} sees`
export const filterAListUntilItShows =
  'Filter a list until it shows what they are to see, copy its link, and paste it here. “Me” in it means them.'
export const willSeeTheGoalsWhose = (name: string, filterSentence: string) =>
  `${name} will see the goals whose ${filterSentence}.`
export const letThemSeeThese = 'Let them see these'

// scope-select
export const allAsEveryAdmin = 'all, as every admin'
export const gainsightHasNoUserOfThis = 'Gainsight has no user of this e-mail address: they see no goal.'

// sessions-page
export const whereYouAreSignedInEnd = 'Where you are signed in. End what you do not use any more, or do not know.'
export const thereAreNoSessions = 'There are no sessions'
export const nobodyHasToSignInTo = 'Nobody has to sign in to the sandbox.'
export const thisOne = 'this one'
export const startedLastUsedEndsAtThe = 'Started {when} · last used {when2} · ends {what} at the latest'
export const endThisSession = 'End this session'
export const endTheSessionOf = (browser: string) => `End the session of ${browser}`
export const endTitle = 'End'
