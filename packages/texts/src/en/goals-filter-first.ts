// The line of the filter above a list.

// filter-bar
export const filter = 'Filter'
export const conditionsQuery = 'conditions query'

// filter-chips
export const offSwitchOn = (sentence: string) => `off: switch on ${sentence}`
export const switchedOffClickToSwitchIt = 'Switched off. Click to switch it on'
export const off = 'off'
export const remove = (sentence: string) => `Remove: ${sentence}`
export const clear = 'Clear'
export const allOf = (sizeWords: string) => `all of ${sizeWords}`
export const anyOf = (sizeWords: string) => `any of ${sizeWords}`
export const noneOf = (sizeWords: string) => `none of ${sizeWords}`
export const offOf = (count: number, off: number) => `${count}, ${off} off`

// query-line
export const showOrHideFacets = 'Show or hide facets'
export const facets = 'Facets'
export const group = 'Group'
export const sort = 'Sort'
export const columnsRowHeight = 'Columns, row height'
export const fieldsDensity = 'fields density'
export const copyLinkToThisList = 'Copy link to this list'
export const callCurl = 'call curl'

// use-filter-labels
export const me = 'me'
