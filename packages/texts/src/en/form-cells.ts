// Cells that are edited in place.

// due-editor
export const dayExamples = '31 mar, +30, fri'
export const dayExamplesOrEmpty = '31 mar, +30, fri; empty for none'

// status-editor
export const noStatusIsCalledThat = 'No status is called that.'
