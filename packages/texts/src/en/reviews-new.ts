// A new review.

// new-review
export const reviewTheseGoals = 'Review these goals'
export const oneGoalAtATimeBy =
  'One goal at a time, by CSM and company. Others can join; nobody meets on the same goal.'
export const addNotesToTheGoalsDescriptions = 'Add notes to the goals’ descriptions'
export const whenTheDecisionsAreSent = 'When the decisions are sent. Otherwise notes stay in Goalkeeper.'
export const begin = 'Begin'
export const nothingIsSentByIt = 'Nothing is sent by it.'
