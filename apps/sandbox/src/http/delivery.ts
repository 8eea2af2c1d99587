import type { Response } from 'express'
import type { Misfortune } from '../faults/fault-list.ts'
import { broken, page, send, throttled, type Reply } from './send.ts'

/** How a call ends: a whole reply, half of one, a lost connection, or nothing at all until the caller gives up. */
export type Delivery = { how: 'whole' | 'half'; reply: Reply } | { how: 'drop' } | { how: 'silence' }

const whole = (reply: Reply): Delivery => ({ how: 'whole', reply })

/** What a fault makes of a reply. */
export function deliveryOf(reply: Reply, fault: Misfortune['fault']): Delivery {
  switch (fault?.kind) {
    case 'drop-before-apply':
    case 'drop-after-apply':
      return { how: 'drop' }
    case 'apply-late':
      if (fault.answer === 'drop') return { how: 'drop' }
      return whole(fault.answer === 'success' ? reply : broken())
    case 'no-answer':
      return { how: 'silence' }
    case 'server-error':
      return whole(broken(fault.status))
    case 'html':
      return whole(page(fault.status))
    case 'throttle':
      return whole({ ...throttled(), ...(fault.retryAfter !== undefined && { retryAfter: fault.retryAfter }) })
    case 'truncated-json':
      return whole({ ...reply, text: reply.text.slice(0, reply.text.length / 2) })
    case 'cut-reply':
      return { how: 'half', reply }
    default:
      return whole(reply)
  }
}

export function deliver(res: Response, delivery: Delivery): void {
  if (delivery.how === 'silence' || res.destroyed) return
  if (delivery.how === 'drop') res.socket?.destroy()
  else if (delivery.how === 'whole') send(res, delivery.reply)
  else sendHalf(res, delivery.reply)
}

/** Promises the whole length, sends half of it, and is gone. */
function sendHalf(res: Response, { status, contentType, text }: Reply): void {
  const bytes = Buffer.from(text)
  res.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length })
  res.write(bytes.subarray(0, bytes.length / 2), () => res.socket?.destroy())
}
