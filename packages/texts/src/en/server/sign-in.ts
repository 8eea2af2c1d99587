// Signing in.
// launch-link
export const thisLaunchLinkIsNotValid =
  'This launch link is not valid. Goalkeeper prints the current one when it starts.'
export const openingGoalkeeper = 'Opening Goalkeeper…'
export const goOn = 'Go on'
export const goalkeeperIsLocked = 'Goalkeeper is locked'
export const openTheLaunchLinkThat = 'Open the launch link that Goalkeeper printed when it started.'
export const thereIsNoSessionOpenThe =
  'There is no session: open the launch link that Goalkeeper printed when it started.'

// provider-entrance
export const theProviderSentNoStateThat = 'The provider sent no state that can be read.'
export const thisSignInWasBegunIn = 'This sign-in was begun in another browser.'
export const signedIn = 'Signed in.'
export const youCanCloseThisWindow = 'You can close this window.'
export const youAreSignedIn = 'You are signed in'
export const youAreSignedOut = 'You are signed out'
export const signIn = 'Sign in'
export const thisSignInHasBeenUsed = 'This sign-in has been used already, or has taken too long.'
export const youAreNotSignedIn = 'You are not signed in'
export const tryAgain = 'Try again'
export const youAreNotSignedInOr = 'You are not signed in, or not any more: sign in again.'

// provider
export const theSignInProviderCannotBe = 'The sign-in provider cannot be reached just now.'
export const theSignInProviderHasNot = 'The sign-in provider has not let you in.'
export const theSignInProviderCouldNot = 'The sign-in provider could not sign you in.'
export const whatTheSignInProviderAnswered = 'What the sign-in provider answered cannot be trusted or read.'

// proxy-entrance
export const goalkeeperDoesNotKnowWhoYou = 'Goalkeeper does not know who you are'
export const openItAtTheAddressThat = 'Open it at the address that your company has for it, where you are signed in.'
export const nobodyIsNamedHereRequestsHave =
  'Nobody is named here: requests have to come through the proxy that signs people in.'
