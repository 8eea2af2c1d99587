// The filter builder and the query as text.

// filter-builder
export const moved = 'Moved'
export const goalsThatMatch = 'Goals that match'
export const closeTheFilter = 'Close the filter'
export const everyGoal = 'Every goal'
export const pickedUp = 'Picked up'

// filter-choice-values
export const valuesOf = (label: string) => `Values of ${label}`
export const chooseValues = 'Choose values'
export const use = (typed: string) => `Use “${typed}”`
export const counting = 'Counting…'
export const noValueLikeThat = 'No value like that.'
export const me = 'me'
export const whoeverLooks = 'whoever looks'

// filter-condition
export const conditionOn = (label: string) => `Condition on ${label}`
export const newCondition = 'New condition'
export const off = 'off'
export const theConditionOn = (label: string) => `The condition on ${label}`
export const theCondition = 'The condition'
export const howIsCompared = (label: string) => `How ${label} is compared`

// filter-count
export const goalsThatMeetThisConditionBy = 'Goals that meet this condition by itself'

// filter-date-choices
export const edges = {
  START: { MONTH: 'start of month', QUARTER: 'start of quarter', YEAR: 'start of year' },
  END: { MONTH: 'end of month', QUARTER: 'end of quarter', YEAR: 'end of year' },
}
export const daysAway = (days: number) => (days === 0 ? 'today' : `${days > 0 ? '+' : '−'}${Math.abs(days)} days`)
export const in7Days = 'In 7 days'
export const in30Days = 'In 30 days'
export const in90Days = 'In 90 days'
export const sevenDaysAgo = '7 days ago'
export const thirtyDaysAgo = '30 days ago'
export const startOfMonth = 'Start of month'
export const endOfMonth = 'End of month'
export const startOfQuarter = 'Start of quarter'
export const endOfQuarter = 'End of quarter'
export const startOfYear = 'Start of year'
export const endOfYear = 'End of year'
export const next7Days = 'Next 7 days'
export const next30Days = 'Next 30 days'
export const next90Days = 'Next 90 days'
export const thisMonth = 'This month'
export const thisQuarter = 'This quarter'
export const thisYear = 'This year'
export const last7Days = 'Last 7 days'
export const last30Days = 'Last 30 days'

// filter-date-values
export const or = (label: string) => `${label}, or`
export const from = (label: string) => `${label}, from`
export const and = 'and'
export const to = (label: string) => `${label}, to`
export const usualRanges = (label: string) => `${label}, usual ranges`

// filter-date
export const chooseADate = 'Choose a date'
export const onADay = 'On a day'
export const daysFromToday = 'Days from today'

// filter-fault
export const number = 'number'
export const date = 'date'
export const isNotA = (bad: string, noun: string | undefined) => `“${bad}” is not a ${noun ?? 'value of this field'}.`
export const theLowerValueComesFirst = 'The lower value comes first.'

// filter-field-picker
export const customFields = 'Custom fields'
export const noFieldIsCalledLikeThat = 'No field is called like that.'

// filter-group
export const allOf = 'all of'
export const anyOf = 'any of'
export const noneOf = 'none of'
export const goalsThatMeetThese = (label: string) => `Goals that meet ${label} these`
export const whatHasToHoldInThis = 'What has to hold in this group'
export const theGroup = 'The group'
export const addCondition = 'Add condition'
export const addGroup = 'Add group'

// filter-node-menu
export const moreForThisGroup = 'More for this group'
export const moreForThisCondition = 'More for this condition'
export const deletedTheGroup = 'Deleted the group'
export const deletedTheCondition = 'Deleted the condition'
export const duplicate = 'Duplicate'
export const movedUp = 'Moved up'
export const moveUp = 'Move up'
export const movedDown = 'Moved down'
export const moveDown = 'Move down'
export const putIntoAGroup = 'Put into a group'
export const tookTheGroupApart = 'Took the group apart'
export const takeTheGroupApart = 'Take the group apart'
export const switchedOn = 'Switched on'
export const switchedOff = 'Switched off'
export const switchOn = 'Switch on'
export const switchOff = 'Switch off'

// filter-number-values
export const numberTitle = 'Number'

// filter-operators
export const contains = 'CONTAINS'
export const doesNotContains = 'DOES_NOT_CONTAINS'
export const startsWith = 'STARTS_WITH'
export const endsWith = 'ENDS_WITH'
export const within = 'IN'
export const ne = 'NE'

// filter-search-list
export const find = (label: string) => `Find: ${label}`
export const findDots = 'Find…'

// filter-sheet
export const filter = 'Filter'

// filter-switch
export const isOn = (what: string) => `${what} is on`
export const switchedOffClickToSwitchIt = 'Switched off. Click to switch it on'
export const switchOffWithoutDeleting = 'Switch off without deleting'

// filter-text-values
export const pasteAListToLookFor = 'Paste a list to look for any of several'
export const remove = (each: string) => `Remove ${each}`
export const oneMore = (label: string) => `${label}, one more`
export const orDots = 'or…'

// filter-text
export const filterAsText = 'Filter as text'
export const statusNewOnTrackDueToday = 'status:New,"On Track" due:<TODAY+30 (has:cta OR csm:@me) -company:IBM'
export const whatCanStandHere = 'What can stand here'

// filter-value
export const yes = 'yes'
export const no = 'no'
export const valueOf = (label: string) => `Value of ${label}`

// query-suggestions
export const isNotEmpty = 'is not empty'
export const isEmpty = 'is empty'
export const isSwitchedOff = 'is switched off'

// use-filter-draft
export const groupsCanBeNestedAtMost = (maxLevels: number) => `Groups can be nested at most ${maxLevels} levels deep.`
export const aFilterHoldsAtMostConditions = (maxConditions: number) =>
  `A filter holds at most ${maxConditions} conditions.`
