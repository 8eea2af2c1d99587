// Views and links of a list.

// missing-base-band
export const whatYouSeeIsNotNarrowed = (sentence: string) => `${sentence} What you see is not narrowed by it.`

// share-button
export const share = 'Share'

// shown-base
export const sharedBy = (by: string) => `Shared by ${by}`
