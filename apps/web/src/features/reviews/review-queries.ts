import {
  createReview,
  listReviews,
  queryReviewItems,
  readReview,
  readReviewGoal,
  repeatReview,
  reviewToChangeSet,
  saveDecision,
  takeBackDecision,
  takeNext,
  type Decision,
  type Review,
} from '@goalkeeper/contract/reviews'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

const here = { screen: 'review' } as const
/** Several people work on a review: how it stands is asked for again while it is on screen. */
const lookEveryMs = 10_000

export const reviewsQuery = () =>
  queryOptions({
    queryKey: ['reviews', 'list'] as const,
    queryFn: ({ signal }) => request(listReviews, {}, { signal }),
  })

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'detail', id] as const,
    queryFn: ({ signal }) => request(readReview, { params: { id } }, { signal }),
    refetchInterval: lookEveryMs,
  })

/** The goals of one company, or of none, in the order of the queue. */
export const reviewItemsQuery = (id: string, companyId: string | null) =>
  queryOptions({
    queryKey: ['reviews', 'goals', id, companyId] as const,
    queryFn: ({ signal }) =>
      request(queryReviewItems, { params: { id }, body: { offset: 0, limit: 200, companyId } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: lookEveryMs,
  })

/** One goal with everything that is needed to decide. */
export const reviewGoalQuery = (id: string, gsid: string) =>
  queryOptions({
    queryKey: ['reviews', 'goal', id, gsid] as const,
    queryFn: ({ signal }) => request(readReviewGoal, { params: { id, gsid } }, { signal }),
  })

export type NewReview = {
  name: string
  filter: FilterTree | null
  search: string
  today: string
  notesToDescription: boolean
}

export function useCreateReview() {
  const keep = useKeep()
  return useMutation({
    mutationFn: (body: NewReview) => request(createReview, { body }, here),
    onSuccess: keep,
  })
}

export function useRepeatReview(id: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (body: { name: string; today: string }) => request(repeatReview, { params: { id }, body }, here),
    onSuccess: keep,
  })
}

/** Makes the decisions into a draft of a change set. */
export function useSendReview(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(reviewToChangeSet, { params: { id } }, here),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  })
}

/** Takes the next goals: the first to look at, the other to have ready. */
export const takeGoals = (id: string, body: { behind: number; gsid?: string }) =>
  request(takeNext, { params: { id }, body: { ready: 1, ...body } }, here)

export const saveDecisionOn = (id: string, gsid: string, body: Decision) =>
  request(saveDecision, { params: { id, gsid }, body }, here)

export const takeDecisionBack = (id: string, gsid: string) => request(takeBackDecision, { params: { id, gsid } }, here)

function useKeep() {
  const queryClient = useQueryClient()
  return (review: Review) => {
    queryClient.setQueryData(reviewQuery(review.id).queryKey, review)
    return queryClient.invalidateQueries({ queryKey: ['reviews', 'list'] })
  }
}
