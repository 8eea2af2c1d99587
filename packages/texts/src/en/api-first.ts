// What went wrong between the page and its server.

// api-error
export const goalkeepersServerDoesNotAnswer = 'Goalkeeper’s server does not answer.'
export const theServerAnsweredWithoutSaying = (status: number) => `The server answered ${status} without saying why.`
export const somethingWentWrongOnThisPage = 'Something went wrong on this page.'

// request
export const theServerGaveAnAnswerThat =
  'The server gave an answer that this page does not understand. Reloading may help.'
