// Tokens of scripts.

// new-token-dialog
export const readsGoalsAndWhatIsKnown = 'Reads goals, and what is known of them.'
export const alsoCreatesGoalsChangesThemAnd = 'Also creates goals, changes them and links them, one at a time.'
export const alsoChangesManyGoalsAtOnce = 'Also changes many goals at once.'
export const giveItANameItStands = 'Give it a name: it stands beside what it changes.'
export const chooseAtLeastOneCall = 'Choose at least one call.'
export const theTokenIsMade = 'The token is made'
export const newToken = 'New token'
export const whatItIsForSuchAs =
  'What it is for, such as “Nightly report”. It stands beside everything that it changes.'
export const calls = 'Calls'
export const allThatItsRoleMay = 'All that its role may'
export const onlySome = 'Only some'
export const whichCalls = 'Which calls'
export const byTheirOperationIdsInThe = 'By their operation ids in the API’s description.'
export const itsRoleMayMakeNoCall = 'Its role may make no call of this name'
export const searchCalls = 'Search calls'
export const worksFor = 'Works for'
export const daysUntil = (days: string, until: string) => `${days} days, until ${until}`
export const makeToken = 'Make token'

// token-secret
export const thisIsTheSecretOfCopy = (name: string) =>
  `This is the secret of “${name}”. Copy it now: Goalkeeper keeps no copy, so it cannot be shown again.`
export const copySecret = 'Copy secret'
export const secret = 'Secret {copyButton}'
export const secretTitle = 'Secret'
export const copyCall = 'Copy call'
export const aFirstCallWithIt = 'A first call with it {copyButton}'
export const aFirstCall = 'A first call'
export const iHaveCopiedIt = 'I have copied it'

// tokens-page
export const revokeNamed = (name: string) => `Revoke ${name}`
export const aTokenLetsAScriptIn =
  'A token lets a script in, with a role of its own. Its name stands beside everything that it changes.'
export const noTokensYet = 'No tokens yet'
export const aScriptThatIsToRead = 'A script that is to read or change goals needs one.'
export const token = 'Token'
export const lastUsed = 'Last used'
export const expires = 'Expires'
export const revoke = 'Revoke'
export const by = 'by {createdBy}, {day}'
export const allOfItsRole = 'all of its role'
export const revoked = 'revoked'
export const expired = 'expired'
export const works = 'works'
export const revokeOf = (name: string) => `Revoke “${name}”?`
export const revokeThisToken = 'Revoke this token'
export const everyScriptThatUsesItIs =
  'Every script that uses it is refused from now on. It cannot be taken back; a new token can be made.'
export const andMore = (routes: string, count: number) => `${routes} and ${count} more`
