const missing = new WeakSet<Error>()

// Told by Vite's loader of parts. By then a part that a dialog asked for cannot be had by asking again, for React keeps the refusal.
addEventListener('vite:preloadError', ({ payload }) => void missing.add(payload))

// A part that is fetched when somebody reaches for a button is not missed before it is to be shown.
addEventListener('unhandledrejection', (event) => {
  if (isMissingPart(event.reason)) event.preventDefault()
})

/** Whether an error is that a part of the program could not be loaded: after an upgrade the server has others, or it could not be reached. */
export const isMissingPart = (error: unknown): boolean => error instanceof Error && missing.has(error)
