// Tables of rows.

// row-grid
export const theseRowsCouldNotBeRead = (detail: string) => `These rows could not be read. ${detail}`
