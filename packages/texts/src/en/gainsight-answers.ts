// What Gainsight answered.

// error
export const gainsightCannotBeReached = 'Gainsight cannot be reached.'
export const gainsightDidNotAnswerInTime = 'Gainsight did not answer in time.'
export const theConnectionToGainsightWas = 'The connection to Gainsight was lost.'

// refusals
export const theListOfCtasIsEmpty = 'The list of CTAs is empty.'
export const theListOfSuccessPlansIs = 'The list of success plans is empty.'
export const gainsightDoesNotHaveAPage = 'Gainsight does not have a page of this size or number.'
export const gainsightDidNotFindTheOne = 'Gainsight did not find the one record that a lookup asks for.'
export const gainsightDoesNotKnowAField = 'Gainsight does not know a field that is selected.'
export const gainsightDoesNotHaveThisStatus = 'Gainsight does not have this status.'
export const gainsightWantsAtLeastOne = 'Gainsight wants at least one selected field.'
export const filterFieldRefused = 'Gainsight does not take a field or operator of the filter.'
export const filterExpressionRefused = 'Gainsight does not take the expression of the filter.'
export const filterConditionsRefused = 'Gainsight does not take the conditions of the filter.'

// reply
export const gainsightAnsweredInAFormThat = 'Gainsight answered in a form that is not known here.'

// verdict
export const gainsightTakesNoMoreCallsFor =
  'Gainsight takes no more calls for now: the limit of the access key is used up.'
export const gainsightDoesNotTakeCallsFrom =
  "Gainsight does not take calls from this server's address: its admin has to allow it."
export const gainsightDoesNotAcceptThe = 'Gainsight does not accept the access key.'
export const thisTenantOfGainsightDoesNot = 'This tenant of Gainsight does not offer the call.'
export const itSays = (message: string, quote: string) => `${message} It says: “${quote}”.`
export const httpWithCode = (status: number, code: string) => `HTTP ${status}, ${code}`
export const httpAlone = (status: number) => `HTTP ${status}`
export const gainsightRefusedTheRequest = (about: string) => `Gainsight refused the request (${about}).`
export const aWebPageInPlaceOf = 'a web page in place of data'
export const somethingThatIsNotItsData = 'something that is not its data'
export const gainsightFailedAndDoesNotSay = (about: string) => `Gainsight failed and does not say why (${about}).`
export const gainsightAnsweredWith = (what: string, about: string) => `Gainsight answered with ${what} (${about}).`
