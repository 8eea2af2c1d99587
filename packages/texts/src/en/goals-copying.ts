// Cells that are copied.
import { counted, grouped } from './counted.ts'

// copied-cell
export const linkCounts = (ctas: number, plans: number) => `${counted(ctas, 'CTA')}, ${counted(plans, 'plan')}`

// copy-cells
export const nothingWasCopiedTheGoalsCould =
  'Nothing was copied: the goals could not be read, or the browser keeps the clipboard closed.'
export const copied = (reduce: number) => `${counted(reduce, 'cell')} copied`
export const nothingWasCopiedAreMoreThan = (rows: number, mostRows: number) =>
  `Nothing was copied: ${counted(rows, 'goal')} are more than the ${grouped(mostRows)} that fit the clipboard. Use Export.`
