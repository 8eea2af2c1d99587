// The Connection page: the tenant, its key, what it can do.
import { grouped } from './counted.ts'

// capability-section
export const whatThisTenantCanDo = 'What this tenant can do'
export const theDocumentationLeavesMuchOpen =
  'The documentation leaves much open, so each point is found out by reading; writing is learned in the write check only.'
export const lastCheckedAgo = (duration: string) => `Last checked ${duration} ago.`
export const checkAgain = 'Check again'
export const capabilities = 'Capabilities'
export const question = 'Question'
export const answer = 'Answer'
export const usedBecauseOfIt = 'Used because of it'

// connection-page
export const theTenantWhatItCanDo = 'The tenant, what it can do, and what has been decided here.'
export const youCanLookAtEverything = (reason: string) => `${reason} You can look at everything.`

// pacing-form
export const thisHasToBeAWhole = (least: number, most: number) =>
  `This has to be a whole number from ${least} to ${most}.`
export const thisIsNotATimeZone = 'This is not a time zone.'
export const aTimeIsMissingHereSuch = 'A time is missing here, such as 22:00.'
export const thisHasToBeAnotherTime = 'This has to be another time than the beginning.'

// pacing-section
export const shareOfCalls = 'Share of calls'
export const everythingThatUsesThisKey =
  'Everything that uses this key shares the calls that Gainsight allows. Say how many of them Goalkeeper may use, and for whom.'
export const shareOfGoalkeeper = 'Share of Goalkeeper'
export const reserveForPeople = 'Reserve for people'
export const shareOfScripts = 'Share of scripts'
export const quietHours = 'Quiet hours'
export const goalkeeperThenReadsNothingOn =
  'Goalkeeper then reads nothing on its own, so that other integrations have the key to themselves.'
export const timeZone = 'Time zone'
export const saveShareOfCalls = 'Save share of calls'

// pacing-words
export const ofADay = (percent: number, tenantLimit: number, each: string, part: number) =>
  `${percent} % of ${grouped(tenantLimit)}: ${each}, ${grouped(part)} a day.`
export const nothingIsKeptFreeEverybodyMay = 'Nothing is kept free: everybody may use up the share.'
export const changesOfManyGoalsStopAt = (most: number, each: string, most2: number, most3: number, seconds: string) =>
  `Changes of many goals stop at ${grouped(most)} of ${each}, scripts at ${grouped(most2)}, the sync at ${grouped(most3)}. What is left is for people alone. Long runs of changes are spread evenly over the whole share: a call comes free for people every ${seconds}.`
export const allScriptsTogether = (each: string) => `All scripts together: ${each}.`
export const forADayListsShowWhat = (filter: string, from: string) =>
  `For ${filter} a day lists show what was read before ${from}; what somebody asks for is read all the same.`
export const aMinute = (calls: number) => `${grouped(calls)} ${calls === 1 ? 'call' : 'calls'} a minute`

// settings-form
export const thisIsNotAnAddressThat = 'This is not an address that begins with https://.'
export const theNameOfACustomField = 'The name of a custom field ends in __gc.'
export const isNotTheNameOfA = (wrong: string) => `“${wrong}” is not the name of a field.`
export const nameLabelAndTypeAreNeeded = 'name, label and type are needed, with a comma between them.'
export const theNameOfACustomFieldSmall = 'the name of a custom field ends in __gc.'
export const theTypeMustBeOneOf = (dataTypes: string) => `the type must be one of ${dataTypes}.`

// settings-section
export const settings = 'Settings'
export const forThisInstallationAndFor = 'For this installation, and for everyone who uses it.'
export const addressOfAGoalInGainsight = 'Address of a goal in Gainsight'
export const andAreFilledInEmptyHides =
  '{gsid}, {companyId} and {relationshipId} are filled in. Empty hides “Open in Gainsight”.'
export const httpsExampleGainsightcloudCom =
  'https://example.gainsightcloud.com/v1/ui/customersuccess360?cid={companyId}#/goals'
export const fieldThatProvesACreate = 'Field that proves a create'
export const aCustomTextFieldOfThe =
  'A custom text field of the goal, such as goalkeeper_id__gc. Each create is stamped with a number of ours there, so that one whose answer was lost can be told for certain.'
export const attributesOfCompanies = 'Attributes of companies'
export const namesOfCompanyFieldsThatBecome =
  'Names of company fields that become columns, one a line, such as Arr or Csm__gr.Name.'
export const customFieldsThatTheTenantDoes = 'Custom fields that the tenant does not list'
export const oneALineNameLabelType = 'One a line: name, label, type. For example: region__gc, Region, PICKLIST'
export const saveSettings = 'Save settings'

// status-section
export const fromGainsight = 'from Gainsight'
export const seenOnGoals = 'seen on goals'
export const typedInHere = 'typed in here'
export const whatDoesEachStatusMeanOpen = (unanswered: number, statuses: number) =>
  `What does each status mean? Open, overdue and the colours follow from it. ${unanswered} of ${statuses} ${unanswered === 1 ? 'is' : 'are'} not answered yet; what stands there is a guess by name until you save.`
export const openOverdueTheColoursAndThe =
  'Open, overdue, the colours and the order everywhere follow from these answers.'
export const meaningOf = (name: string) => `Meaning of ${name}`
export const whatDoesItMean = 'What does it mean?'
export const sayWhatMeans = (name: string) => `Say what ${name} means.`
export const moveUp = (name: string) => `Move ${name} up`
export const moveDown = (name: string) => `Move ${name} down`
export const remove = (name: string) => `Remove ${name}`
export const aStatusThatIsMissingAbove = 'A status that is missing above'
export const exactlyAsGainsightSpellsIt = 'Exactly as Gainsight spells it.'
export const addStatus = 'Add status'
export const saveStatuses = 'Save statuses'
export const colourOf = (name: string) => `Colour of ${name}`
export const colourOfItsMeaningFor = (name: string) => `Colour of its meaning for ${name}`
export const colourOfItsMeaning = 'Colour of its meaning'
export const ownColour = 'Own colour'

// sync-section
export const state = 'State'
export const completeness = 'Completeness'
export const cost = 'Cost'
export const waitingForItsTurn = 'waiting for its turn'
export const readingEveryGoal = 'reading every goal'
export const upToDateLookingForChanges = 'up to date, looking for changes'
export const failingTryingAgain = 'failing, trying again'
export const ago = (duration: string) => `${duration} ago`
export const quietUntil = (clockTime: string) => `quiet until ${clockTime}`
export const sync = 'Sync'
export const listsCountsAndFacetsComeFrom =
  'Lists, counts and facets come from a copy of the goals that is kept here, so that reading costs the tenant nothing.'
export const goalsHere = 'Goals here'
export const everyGoalOfTheTenantIs = 'every goal of the tenant is here'
export const notKnownYet = 'not known yet'
export const lastFullReading = 'Last full reading'
export const lastAnswer = 'Last answer'
export const looksForChanges = 'Looks for changes'
export const every = (duration: string) => `every ${duration}`
export const callsADayOfOurShare = (callsPerDay: number, share: number) =>
  `${grouped(callsPerDay)} calls a day, ${share} % of our share`

// tenant-section
export const writesOn = 'on'
export const writesOff = 'off (GAINSIGHT_WRITES=off)'
export const writesAsk = 'after a write check (GAINSIGHT_WRITES=ask)'
export const address = 'Address'
export const writing = 'Writing'
export const now = 'Now'
export const version = 'Version'
export const tenant = 'Tenant'
export const keyFingerprint = 'Key fingerprint'
export const stoppedForEveryone = 'stopped for everyone'
export const aMinuteADay = (limit: number, limit2: number) => `${grouped(limit)} a minute, ${grouped(limit2)} a day`
export const onAsAlwaysInTheSandbox = 'on, as always in the sandbox'
export const goalsCanBeChanged = 'goals can be changed'
export const readOnly = 'read only'

// write-check-section
export const writingIsSwitchedOff = 'Writing is switched off by GAINSIGHT_WRITES=off.'
export const writeCheck = 'Write check'
export const onOneGoalThatYouPick =
  'On one goal that you pick, fields are set and cleared and a link is made and taken away; after each step the goal is read, and in the end everything is as it was. Choose one that nobody is working on.'
export const pickAGoalFirst = 'Pick a goal first.'
export const checkOnThisGoal = 'Check on this goal'
export const writingWorksAndEverythingWas = 'Writing works, and everything was put back.'
export const writingDidNotDoWhatWas = 'Writing did not do what was expected; see the steps.'
export const noGoalOfThisName = 'No goal of this name'
