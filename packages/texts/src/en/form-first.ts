// Cells and fields that are edited.

// early-keys
export const opening = (label: string) => `${label}, opening`

// edit-mark
export const notSavedSeeWhy = 'Not saved: see why'
export const changedElsewhereChoose = 'Changed elsewhere: choose'
export const sentToGainsight = 'Sent to Gainsight'
export const sentAndNobodyCanSayYet = 'Sent, and nobody can say yet whether Gainsight applied it'
export const waitsForItsTurn = 'Waits for its turn'
export const waitsForItsTurnAboutS = (ceil: number) => `Waits for its turn, about ${ceil} s`

// editable-cell
export const change = (label: string) => `Change ${label}: `
export const changeOf = (label: string) => `Change ${label}`
