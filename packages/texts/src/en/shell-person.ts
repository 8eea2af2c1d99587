// Who is signed in, and signing in again.

// no-role
export const youHaveNotBeenGivenA = 'You have not been given a role yet'
export const youAreSignedInAsAsk = (email: string) =>
  `You are signed in as ${email}. Ask an admin of Goalkeeper for a role: as soon as you have one, this page becomes the list of goals.`

// person-details
export const youOnThisMachine = 'You, on this machine'
export const nobodyHasToSignInTo = 'Nobody has to sign in to the sandbox, so everyone here may do everything.'
export const noRoleYet = 'No role yet'
export const keyboardShortcuts = 'Keyboard shortcuts'

// role-words
export const seesGoals = 'sees goals'
export const seesAndChangesGoals = 'sees and changes goals'
export const alsoChangesManyGoalsAtOnce = 'also changes many goals at once'
export const mayDoEverythingHere = 'may do everything here'

// sign-in-again
export const yourSessionHasEnded = 'Your session has ended'
export const signInAgainToGoOn = 'Sign in again to go on. Nothing that you typed is lost.'
export const openTheLaunchLinkInAnother =
  'Open the launch link in another tab of this browser: Goalkeeper printed it when it started. This page goes on by itself then.'
export const signInAgain = 'Sign in again'
export const signInInAnotherTab = 'Sign in in another tab'
export const theBrowserKeptTheWindowClosed = 'The browser kept the window closed. {link}'
export const itOpensInAWindowOf = 'It opens in a window of its own.'
export const hasSignedInHere = (by: string) => `${by} has signed in here`
export const thisPageWasSWhatWas = (was: string) =>
  `This page was ${was}’s. What was still waiting to be sent has not been sent, so that nothing happens under another name.`
export const reloadAs = (by: string) => `Reload as ${by}`

// sign-out
export const signOut = 'Sign out'
