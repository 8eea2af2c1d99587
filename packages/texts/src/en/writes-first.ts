// What becomes of a change that was sent.

// use-writes-reason
export const writingToThisTenantIsSwitched = 'Writing to this tenant is switched off.'
