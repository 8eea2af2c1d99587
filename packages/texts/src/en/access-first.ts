// Why somebody may not do something.

// scope-words
export const youSeeTheGoalsWhose = (filterSentence: string) => `You see the goals whose ${filterSentence}.`
export const youSeeTheGoalsOfThe = 'You see the goals of the companies whose CSM you are.'
export const youSeeTheGoalsOfTheTitle =
  'You see the goals of the companies whose CSM you are, and Gainsight has no user of your e-mail address. Ask an admin of Goalkeeper.'
