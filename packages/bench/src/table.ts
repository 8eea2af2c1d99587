/** What was measured, as people read it, and what is promised of it. */
export type Table = {
  title: string
  head: string[]
  rows: string[][]
  promises: { what: string; holds: boolean }[]
}

const holdsWords = { true: 'holds', false: '**does not hold**' }

/** A table in Markdown, with what holds of what is promised beneath it. */
export function markdownOf({ title, head, rows, promises }: Table): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const words = promises.map(({ what, holds }) => `${what}: ${holdsWords[`${holds}`]}`)
  return [`### ${title}`, '', ...lines, ...(words.length > 0 ? ['', `Promised: ${words.join('; ')}.`] : []), ''].join(
    '\n',
  )
}

/** A table with what stands in a part of a document and was not measured anew: rows by their first cell, and promises when none was. */
export function withWhatStands({ rows, promises, ...table }: Table, part: string): Table {
  const lines = part.split('\n')
  const standing = lines
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '))
  const anew = new Map(rows.map((cells) => [cells[0], cells]))
  const kept = standing.map((cells) => anew.get(cells[0]) ?? cells)
  const names = new Set(standing.map(([name]) => name))
  return {
    ...table,
    rows: [...kept, ...rows.filter(([name]) => !names.has(name))],
    promises: promises.length > 0 ? promises : promisesIn(lines.find((line) => line.startsWith('Promised: ')) ?? ''),
  }
}

function promisesIn(line: string): Table['promises'] {
  const sentences = line.replace('Promised: ', '').replace(/\.$/, '').split('; ').filter(Boolean)
  return sentences.map((sentence) => {
    const at = sentence.lastIndexOf(': ')
    return { what: sentence.slice(0, at), holds: sentence.slice(at + 2) === holdsWords.true }
  })
}

/** The part of one subject in a document; nothing where there is none yet. */
export function partOf(document: string, subject: string): string {
  const [begin, end] = [`<!-- ${subject} -->`, `<!-- /${subject} -->`]
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  return from < 0 || to < from ? '' : document.slice(from + begin.length, to)
}

/**
 * A document with the part of one subject replaced, which stands between `<!-- subject -->` and `<!-- /subject -->`; a subject that is not there
 * yet comes last.
 */
export function withPart(document: string, subject: string, part: string): string {
  const [begin, end] = [`<!-- ${subject} -->`, `<!-- /${subject} -->`]
  const whole = `${begin}\n\n${part.trim()}\n\n${end}`
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${whole}\n`
  return document.slice(0, from) + whole + document.slice(to + end.length)
}
