import type { Events } from '#bff/events/events.ts'

/** A set that runs moves on many times a second, and is told of twice. */
const everyMs = 500

/** Tells the screens, and the other processes, that a change set moved on. */
export type Announce = {
  moved: (setId: string) => void
  /** Hears of what other processes tell. Gives what ends the hearing. */
  onOthers: (listener: (setId: string) => void) => () => void
  stop: () => void
}

export function createAnnounce(events: Pick<Events, 'emit' | 'on'>): Announce {
  const lately = new Map<string, { timer: NodeJS.Timeout; isDue: boolean }>()
  let isTelling = false

  function tell(id: string): void {
    isTelling = true
    events.emit({ type: 'change-set', id })
    isTelling = false
  }

  function moved(id: string): void {
    const last = lately.get(id)
    if (last) {
      last.isDue = true
      return
    }
    tell(id)
    const timer = setTimeout(() => {
      const isDue = lately.get(id)?.isDue
      lately.delete(id)
      if (isDue) moved(id)
    }, everyMs)
    lately.set(id, { timer, isDue: false })
  }

  return {
    moved,
    onOthers: (listener) =>
      events.on((event) => {
        if (event.type === 'change-set' && !isTelling) listener(event.id)
      }),
    stop() {
      for (const { timer } of lately.values()) clearTimeout(timer)
    },
  }
}
