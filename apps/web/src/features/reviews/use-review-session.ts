import * as texts from '@goalkeeper/texts/reviews'
import type { Decision, ReviewItem } from '@goalkeeper/contract/reviews'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { reviewGoalQuery, saveDecisionOn, takeDecisionBack, takeGoals } from './review-queries.ts'

/** A goal stays one's own while it is heard of so often. */
const stillHereMs = 60_000

/** `loading`: nothing is known yet. `over`: nobody is left to decide on. */
export type Course = { kind: 'loading' } | { kind: 'goal'; item: ReviewItem } | { kind: 'over' }
export type Made = { item: ReviewItem; decision: Decision }

/** One person's way through a review: the goal before them, the next one ready, the last decision at hand. */
export function useReviewSession(id: string, firstGsid: string | undefined) {
  const queryClient = useQueryClient()
  const [course, setCourse] = useState<Course>({ kind: 'loading' })
  const [last, setLast] = useState<Made | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = useRef<ReviewItem | null>(null)

  const renew = () =>
    Promise.all(['detail', 'goals'].map((part) => queryClient.invalidateQueries({ queryKey: ['reviews', part, id] })))

  function show(items: readonly ReviewItem[]): void {
    const [first, next] = items
    ready.current = next ?? null
    if (next) void queryClient.prefetchQuery(reviewGoalQuery(id, next.gsid))
    setCourse(first ? { kind: 'goal', item: first } : { kind: 'over' })
    setProblem(null)
    void renew()
  }
  const fail = (error: unknown) => setProblem(asApiError(error).detail)
  const take = (body: { behind: number; gsid?: string }) => takeGoals(id, body).then(({ items }) => show(items), fail)

  const begin = useEffectEvent(() => take({ behind: 0, ...(firstGsid !== undefined && { gsid: firstGsid }) }))
  const stayHere = useEffectEvent(() => {
    if (course.kind === 'goal') void takeGoals(id, { behind: 0, gsid: course.item.gsid }).catch(() => undefined)
  })
  useEffect(() => {
    void Promise.resolve().then(begin)
    const timer = setInterval(() => stayHere(), stillHereMs)
    return () => clearInterval(timer)
  }, [id])

  async function decide(decision: Decision): Promise<void> {
    if (course.kind !== 'goal') return
    const { item } = course
    const next = ready.current
    ready.current = null
    setProblem(null)
    setLast({ item, decision })
    // The next one is shown at once; what was decided is saved behind it.
    setCourse(next ? { kind: 'goal', item: next } : { kind: 'loading' })
    try {
      await saveDecisionOn(id, item.gsid, decision)
    } catch (error) {
      setLast(null)
      setCourse({ kind: 'goal', item })
      setProblem(texts.theDecisionWasNotSaved(asApiError(error).detail))
      return
    }
    await take({ behind: item.place, ...(next && { gsid: next.gsid }) })
  }

  async function takeBack(): Promise<void> {
    if (!last) return
    const { gsid } = last.item
    try {
      await takeDecisionBack(id, gsid)
      setLast(null)
      await take({ behind: 0, gsid })
    } catch (error) {
      setProblem(asApiError(error).detail)
    }
  }

  return {
    course,
    last,
    problem,
    decide: (decision: Decision) => void decide(decision),
    takeBack: () => void takeBack(),
    /** Goes to a goal that somebody picked in the queue. */
    goTo: (gsid: string) => void take({ behind: 0, gsid }),
    goOn: () => void take({ behind: 0 }),
  }
}
