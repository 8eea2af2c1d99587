// The button that begins a review.

// review-button
export const reviewTheseGoals = 'Review these goals'
export const lookAtTheseGoalsOneBy = 'Look at these goals one by one'
export const review = 'Review'
