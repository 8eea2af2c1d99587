// The list of change sets.

// changes-page
export const oneChangeToManyGoalsLooked = 'One change to many goals, looked at before it runs.'
export const nothingHasBeenChangedTogether = 'Nothing has been changed together yet'
export const selectGoalsInAListOr =
  'Select goals in a list, or all that match a filter, and choose below what is to be done to them. You see every goal before and after before anything is sent, and can take it back for 30 days.'
