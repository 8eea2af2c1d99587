const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A description from a spreadsheet: HTML stays as it is, and words become paragraphs in which nothing is markup. */
export function htmlOfCell(cell: string): string {
  if (/<\/?[a-z][^<>]*>/i.test(cell)) return cell
  return cell
    .trim()
    .split(/(?:\r?\n){2,}/)
    .map(
      (text) => `<p>${text.replace(/[&<>]/g, (letter) => entities[letter] ?? letter).replaceAll(/\r?\n/g, '<br>')}</p>`,
    )
    .join('')
}
