import { useEffect } from 'react'

/** Names the page in the tab and in the history: "All goals – Goalkeeper". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Goalkeeper`
    return () => {
      document.title = 'Goalkeeper'
    }
  }, [title])
}
