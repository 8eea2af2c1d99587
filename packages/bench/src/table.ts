/** What was measured, as people read it, and what is promised of it. */
export type Table = {
  title: string
  head: string[]
  rows: string[][]
  promises: { what: string; holds: boolean }[]
}

/** A table in Markdown, with what holds of what is promised beneath it. */
export function markdownOf({ title, head, rows, promises }: Table): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const words = promises.map(({ what, holds }) => `${what}: ${holds ? 'holds' : '**does not hold**'}`)
  return [`### ${title}`, '', ...lines, ...(words.length > 0 ? ['', `Promised: ${words.join('; ')}.`] : []), ''].join(
    '\n',
  )
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
