// Requests that cannot be answered.
// caller
export const thisIsForPeopleAToken = 'This is for people: a token has no sessions, and no layout of its own.'
export const thisTokenIsLimitedToSome = (operation: string) =>
  `This token is limited to some calls, and ${operation} is not one of them.`

// endpoint
export const requestNotValid = 'The request is not valid.'

// error-handler
export const somethingWentWrongInGoalkeeper =
  'Something went wrong in Goalkeeper. Its log says more, under this request id.'
export const thereIsNothingAtThisAddress = 'There is nothing at this address.'
export const theBodyIsLargerThan1 = 'The body is larger than 1 MB.'
export const theBodyMustBeJsonIn = 'The body must be JSON in UTF-8, not compressed in a way unknown here.'
export const theBodyIsNotValidJson = 'The body is not valid JSON.'

// guards
export const goalkeeperDoesNotAnswerToThis = (address: string) =>
  `Goalkeeper does not answer to this name: use ${address}.`
export const theAddressHoldsTheCharacterNul = 'The address holds the character NUL.'
export const goalkeeperIsReachedByHttpsOnly = (publicUrl: string) =>
  `Goalkeeper is reached by https only: use ${publicUrl}.`
export const anotherSiteMayNotReadFrom = 'Another site may not read from Goalkeeper.'
export const thisRequestNeedsTheHeaderX = 'This request needs the header X-Requested-With: goalkeeper.'
export const thisRequestNeedsAnOriginThat = 'This request needs an Origin that is the address of Goalkeeper.'

// json-body
export const theBodyMustBeApplicationJson = 'The body must be application/json.'
export const theBodyHoldsTheCharacterNul = 'The body holds the character NUL.'
export const holdsTheCharacterNul = 'holds the character NUL'

// problem
export const invalid = 'The request is not valid'
export const noSession = 'No session'
export const notAllowed = 'Not allowed'
export const notFound = 'Not found'
export const methodNotAllowed = 'Method not allowed'
export const conflict = 'Conflict'
export const changedElsewhere = 'Changed elsewhere'
export const tooLarge = 'Too large'
export const unsupportedContentType = 'Unsupported content type'
export const refusedByGainsight = 'Refused by Gainsight'
export const tooManyCalls = 'Too many calls'
export const cancelled = 'Cancelled'
export const faultOfGoalkeeper = 'Fault of Goalkeeper'
export const gainsightIsNotWorking = 'Gainsight is not working'
export const outcomeUnknown = 'Outcome unknown'
export const signInIsNotWorking = 'Sign-in is not working'
export const stopped = 'Stopped'
export const notReady = 'Not ready'
export const gainsightDidNotAnswerInTime = 'Gainsight did not answer in time'

// routes
export const isNotPossibleHere = (method: string) => `${method} is not possible here.`
