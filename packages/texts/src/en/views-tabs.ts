// The tabs of views above a list.

// changed-deeds
export const itIsSTheyAndAdmins = (owner: string) => `It is ${owner}’s: they and admins can change it`
export const save = 'Save'
export const saveAs = 'Save as…'

// changed-marks
export const saveView = 'Save view…'
export const saveAsView = 'Save as view…'
export const differsFrom = {
  view: (changed: string) => `Differs from the view: ${changed}`,
  link: (changed: string) => `Differs from the link: ${changed}`,
}
export const whatWasChanged = 'What was changed'

// view-tabs
export const isNowTabOf = (name: string, indexOf: number, next: number) => `${name} is now tab ${indexOf} of ${next}`
export const asItWasSharedYourOwn = 'As it was shared: your own columns stay as they are'
export const notOneOfYourTabs = 'Not one of your tabs'
export const altMovesTheTab = (isShared: boolean, owner: string) =>
  `${isShared ? `Shared by ${owner}. ` : ''}Alt+← → moves the tab`
export const findPinAndChangeViews = 'Find, pin and change views'
export const more = (hidden: number) => `${hidden} more`
