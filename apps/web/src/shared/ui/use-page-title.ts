import * as texts from '@goalkeeper/texts/ui-first'
import { useEffect } from 'react'

/** Names the page in the tab and in the history: "All goals – Goalkeeper". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = texts.goalkeeper(title)
    return () => {
      document.title = 'Goalkeeper'
    }
  }, [title])
}
