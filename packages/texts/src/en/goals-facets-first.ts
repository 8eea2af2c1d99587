// Facets of a list.

// facets
export const within7Days = 'Within 7 days'
export const in8To30Days = 'In 8 to 30 days'
export const later = 'Later'
export const noDate = 'No date'
export const createdBy = 'Created by'
export const changedBy = 'Changed by'
export const company = (label: string) => `Company: ${label}`
export const withACta = 'With a CTA'
export const withoutCta = 'Without CTA'
export const withAPlan = 'With a plan'
export const withoutPlan = 'Without plan'
export const none = 'None'
