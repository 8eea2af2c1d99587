// People, sessions and tokens.
// browser-name
export const unknownBrowser = 'Unknown browser'
export const browserOnSystem = (browser: string, system: string) => `${browser} on ${system}`

// people-router
export const youHaveNoSuchSessionOr = 'You have no such session, or not any more.'
export const endedASessionOfTheirOwn = 'Ended a session of their own.'
export const signedOut = 'Signed out.'
export const endedEverySessionOf = (name: string) => `Ended every session of ${name}.`
export const theConfigurationMakesAnAdmin = (name: string) =>
  `The configuration makes ${name} an admin: their role is changed there.`
export const isTheLastAdminMakeSomebody = (name: string) => `${name} is the last admin: make somebody else one first.`
export const tookBackTheRoleGivenTo = (name: string) => `Took back the role given to ${name}.`
export const gaveTheRole = (name: string, role: string) => `Gave ${name} the role ${role}.`
export const letSee = (name: string, goals: string) => `Let ${name} see ${goals}.`
export const thereIsNoSuchPerson = 'There is no such person.'

// people
export const thisTokenIsNotKnownHas = 'This token is not known, has run out, or was revoked.'
export const youHaveNotBeenGivenA = 'You have not been given a role yet'
export const askAnAdminOfGoalkeeperFor = 'Ask an admin of Goalkeeper for one, and open this page again.'

// scopes
export const theGoalsWhose = (filterSentence: string) => `the goals whose ${filterSentence}`
export const allGoals = 'all goals'

// token-router
export const thereIsNoCallOfThe = (unknown: string) => `There is no call of the name ${unknown}.`
export const theTokenNamesACallThat = 'The token names a call that there is not.'
export const whichSees = (value: string) => `, which sees ${value}`
export const madeTheTokenWithTheRole = (name: string, role: string, goals: string) =>
  `Made the token ${name} with the role ${role}${goals}.`
export const thereIsNoSuchToken = 'There is no such token.'
export const revokedTheToken = (name: string) => `Revoked the token ${name}.`
