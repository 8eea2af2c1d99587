// The page of a company.

// company-header
export const about = (name: string) => `About ${name}`
