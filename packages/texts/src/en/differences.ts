// What a field was and is.

// difference-detail
export const before = 'Before'
export const inGainsightNow = 'In Gainsight now'
export const wouldHaveBecome = 'Would have become'
export const after = 'After'
export const inGainsightNowTitle = 'In Gainsight now: {linkDifference}'

// link-difference
export const andMore = (count: number) => ` and ${count} more`
