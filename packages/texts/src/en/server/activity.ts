// Activity, as the server writes it.
// activity-router
export const columnsOfTheFile = [
  'When',
  'Not before',
  'Who',
  'Id of who',
  'Through',
  'Screen',
  'Goal',
  'Gsid',
  'Kind',
  'Field',
  'Before',
  'After',
  'What',
]
export const theFilterIsNotValid = 'The filter is not valid.'
export const theFilterIsNotValidJson = 'The filter is not valid JSON.'

// activity
export const createdItASyncHadSeen = 'Created it: a sync had seen it before.'
export const savedItNoDifferenceWasSeen = 'Saved it: no difference was seen.'

// page
export const thatIsNoPlaceInActivity = 'That is no place in Activity.'
export const isNoNext = 'is no `next`'

// from-backup
export const anEmptyStore = 'an empty store'
export const startedFromABackup = (when: string) =>
  `Started from a backup of ${when}. Every session was ended; roles and tokens are those of then.`
