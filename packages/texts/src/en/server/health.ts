// How Goalkeeper itself is.
// health
export const goalkeeperIsStartingOrStopping = 'Goalkeeper is starting or stopping.'

// status
export const sandbox = 'Sandbox'

// tenant-reachable
export const cannotBeReached = (baseUrl: string, cause: string) => `${baseUrl} cannot be reached: ${cause}.`
