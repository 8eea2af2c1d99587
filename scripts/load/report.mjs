/** The value below which a part of the numbers lies. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** Prints rows as a table: what was measured, the value, what is promised of it, and whether that holds. True when all does. */
export function printTable(rows) {
  const lines = rows.map(({ what, value, promise = '', holds }) => [
    what,
    String(value),
    promise,
    holds === undefined ? '' : holds ? 'holds' : 'DOES NOT HOLD',
  ])
  const all = [['measured', 'value', 'promised', ''], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => line[column].length)))
  const print = (line) => console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`)
  const [head, ...body] = all
  print(head)
  print(widths.map((width) => '-'.repeat(width)))
  for (const line of body) print(line)
  return rows.every(({ holds }) => holds !== false)
}

/** Of things that went wrong, how often each reason came. */
export function countReasons(failures) {
  const groups = Map.groupBy(failures, ({ reason }) => reason)
  return [...groups].map(([reason, each]) => `${each.length} × ${reason}`)
}
