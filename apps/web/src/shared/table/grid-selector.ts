/** Finds a grid of rows; one whose rows stand in groups is a treegrid. */
export const gridSelector = '[role=grid], [role=treegrid]'
