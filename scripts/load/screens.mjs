import { setTimeout as wait } from 'node:timers/promises'

/** As the web app does: it comes back after half a second, then after twice as long. */
const firstPauseMs = 500

/** Open screens, each with an event stream to which it comes back when it breaks. */
export function createScreens(clients) {
  /** How long each break was, and when it began. */
  const breaks = []
  /** Ids of the writes that each screen was told to be confirmed. */
  const told = clients.map(() => new Set())
  const leaving = []
  let isOver = false

  async function keepOpen(client, heard) {
    let lostAt = null
    let pauseMs = firstPauseMs
    while (!isOver) {
      let rest = ''
      const onOpen = (leave) => {
        leaving.push(leave)
        if (lostAt !== null) breaks.push({ at: lostAt, ms: performance.now() - lostAt })
        lostAt = null
        pauseMs = firstPauseMs
      }
      await client.listen('/api/events', onOpen, (text) => {
        const messages = (rest + text).split('\n\n')
        rest = messages.pop()
        for (const message of messages) noteWrite(message, heard)
      })
      if (isOver) return
      lostAt ??= performance.now()
      await wait(pauseMs)
      pauseMs *= 2
    }
  }

  const open = clients.map((client, index) => keepOpen(client, told[index]))
  return {
    breaks,
    told,
    async close() {
      isOver = true
      for (const leave of leaving) leave()
      await Promise.all(open)
    },
  }
}

function noteWrite(message, heard) {
  if (!message.startsWith('event: write\n')) return
  const { write } = JSON.parse(/^data: (.*)$/m.exec(message)[1])
  if (write.state === 'confirmed') heard.add(write.id)
}
