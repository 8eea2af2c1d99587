// What the palette finds.

// open-goal
export const linksOfTheGoal = 'Links of the goal'

// palette-sources
export const allGoalsWith = (words: string) => `All goals with “${words}”`
export const goalsOf = (name: string) => `Goals of ${name}`
export const companies = 'Companies'
