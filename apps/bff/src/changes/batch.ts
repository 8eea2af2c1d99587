/** As many goals are looked at in one call, just before their turn: few enough that they are sent while that still holds. */
export const batchSize = 50
