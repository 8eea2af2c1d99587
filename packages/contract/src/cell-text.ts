/** What a spreadsheet takes for a formula when it reads a text: also behind blanks, and with the wide signs of East Asian keyboards. */
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u

/**
 * A text as it stands in the cell of a file, or is copied for one: an apostrophe stands before what would be a formula. It also stands before
 * apostrophes that stand there already, so that `unprotectedText` gives every text back as it was.
 */
export function protectedText(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text that `protectedText` has made a cell of. */
export function unprotectedText(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
