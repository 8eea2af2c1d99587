// What becomes of a change that was sent.

// send-write
export const nobodyCanSayYetWhether = 'Nobody can say yet whether Gainsight applied this.'
export const itWasTakenBackBeforeIt = 'It was taken back before it was sent.'
export const gainsightRefusedIt = 'Gainsight refused it.'

// update-body
export const thisTenantDoesNotLetThis = 'This tenant does not let this field be emptied: give it another value.'
