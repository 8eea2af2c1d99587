// A list or a change as a request to the API.

// api-request-dialog
export const form = 'Form'
export const copy = 'Copy'
export const notInThisCallBecauseThe =
  'Not in this call, because the tenant cannot be asked for it; Goalkeeper filters it afterwards:'
export const gainsightBaseUrlAndGainsight =
  'GAINSIGHT_BASE_URL and GAINSIGHT_ACCESS_KEY are variables of your shell. Goalkeeper never shows the key.'

// list-request
export const theseGoalsAsAnApiRequest = 'These goals as an API request'

// update-request
export const thisChangeAsAnApiRequest = 'This change as an API request'
