import { layoutSchema, type Layout } from '@goalkeeper/contract/layout'
import { recall, remember } from '#web/shared/storage/remembered.ts'
import { parseColumns, printColumns } from './column-choice.ts'
import { densitySetting } from './density.ts'

/** The name under which this browser remembers the columns of the layout, in their short form. */
export const columnsSetting = 'columns'
/** Whether the layout here is the one of the server ('saved'), or newer ('changed'); null: it was never asked for. */
const stateSetting = 'layout'

/** The layout as this browser has it: what the list is drawn with at once, before the server has said whether that still holds. */
export function rememberedLayout(): Layout {
  const columns = parseColumns(recall(columnsSetting) ?? '')
  return {
    columns: columns && columns.map(({ isPinned, ...column }) => ({ ...column, pinned: isPinned })),
    density: layoutSchema.shape.density.catch(null).parse(recall(densitySetting)),
  }
}

/** Takes over the layout that the server has. */
export function rememberLayout({ columns, density }: Layout): void {
  const text = columns && printColumns(columns.map(({ pinned, ...column }) => ({ ...column, isPinned: pinned })))
  remember(stateSetting, 'saved')
  if (text !== recall(columnsSetting)) remember(columnsSetting, text)
  if (density !== recall(densitySetting)) remember(densitySetting, density)
}

export const noteChange = () => remember(stateSetting, 'changed')
/** Whether something was changed here that the server does not have yet, also before the page was last closed. */
export const isUnsaved = () => recall(stateSetting) === 'changed'
/** Whether this browser has the layout; where it has not, the first rows are worth waiting for it. */
export const isLayoutKnown = () => recall(stateSetting) !== null
