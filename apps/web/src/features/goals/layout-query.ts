import { readLayout, saveLayout, type Layout } from '@goalkeeper/contract/layout'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { remember, useRemembered } from '#web/shared/storage/remembered.ts'
import { densitySetting } from './density.ts'
import { columnsSetting, isUnsaved, noteChange, rememberedLayout, rememberLayout } from './layout-memory.ts'

/** Sends the layout of this browser, and takes it for saved unless it was changed meanwhile. */
async function sendLayout(): Promise<Layout> {
  const sent = rememberedLayout()
  const saved = await request(saveLayout, { body: sent })
  if (JSON.stringify(sent) === JSON.stringify(rememberedLayout())) rememberLayout(saved)
  return saved
}

/** The layout that the server has for whoever asks; asked for again when somebody comes back to the page, for they may have changed it on another machine. */
export const layoutQuery = () =>
  queryOptions({
    queryKey: ['me', 'layout'] as const,
    queryFn: async ({ signal }): Promise<Layout> => {
      if (isUnsaved()) return sendLayout()
      const layout = await request(readLayout, {}, { signal })
      if (!isUnsaved()) rememberLayout(layout)
      return layout
    },
    refetchOnWindowFocus: true,
  })

/** How this person lays out the list: columns in their short form and height of rows, null as at first; and how to change them for good. */
export function useLayout() {
  useQuery(layoutQuery())
  const [columns] = useRemembered(columnsSetting)
  const [density] = useRemembered(densitySetting)
  // One after the other, each with what holds by then. What does not arrive is sent when the page is opened again.
  const { mutate } = useMutation({ mutationFn: sendLayout, scope: { id: 'layout' }, retry: 3 })
  const change = (setting: string) => (value: string | null) => {
    noteChange()
    remember(setting, value)
    mutate()
  }
  return { columns, density, saveColumns: change(columnsSetting), saveDensity: change(densitySetting) }
}
