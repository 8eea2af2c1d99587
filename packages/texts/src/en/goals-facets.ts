// Facets of a list: choosing and searching them.

// facet-group-view
export const fewer = 'Fewer'
export const more = 'More…'

// facet-panel
export const narrowTheList = 'Narrow the list'
export const narrowBy = 'Narrow by'
export const facets = 'Facets'
export const chooseFacets = 'Choose facets'

// facet-search
export const findIn = (title: string) => `Find in ${title}`
export const find = 'Find…'
export const nothingLikeThat = 'Nothing like that.'

// facets-menu
export const findAFacet = 'Find a facet'
export const findAFacetDots = 'Find a facet…'
export const noFieldLikeThatCanBe = 'No field like that can be a facet.'
export const atMostTakeOneAwayFirst = (mostFacets: number) => `${mostFacets} at most: take one away first.`
export const asAtFirst = 'As at first'
