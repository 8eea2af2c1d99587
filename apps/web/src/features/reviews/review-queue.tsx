import * as texts from '@goalkeeper/texts/reviews'
import * as common from '@goalkeeper/texts/common'
import type { Review, ReviewItem } from '@goalkeeper/contract/reviews'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reviewItemsQuery } from './review-queries.ts'
import classes from './review-queue.module.css'

type Props = { review: Review; current: ReviewItem | null; onPick: (gsid: string) => void }

const words = { open: '', 'looked-at': texts.lookedAt, decided: texts.decided, gone: texts.gone } as const

/** Companies in the order of the queue; the one that is opened shows its goals. */
export function ReviewQueue({ review, current, onPick }: Props) {
  // Undefined: the one whose goal is decided on, or none. Null is a company, too: that of goals without one.
  const [opened, setOpened] = useState<string | null | undefined>(undefined)
  const shown = opened === undefined ? current?.companyId : opened
  const { data } = useQuery({ ...reviewItemsQuery(review.id, shown ?? null), enabled: shown !== undefined })
  return (
    <nav className={classes.queue} aria-label={texts.queue}>
      <ul>
        {review.companies.map(({ companyId, name, csm, goals, decided }) => (
          <li key={companyId ?? ''}>
            <button
              type="button"
              className={classes.company}
              aria-expanded={companyId === shown}
              onClick={() => setOpened(companyId)}
            >
              <span className={classes.name}>{name ?? common.withoutACompany}</span>
              <span className={classes.count} data-done={decided === goals || undefined}>
                {decided}/{goals}
              </span>
              {csm && <span className={classes.csm}>{csm}</span>}
            </button>
            {companyId === shown && (
              <ul className={classes.goals}>
                {(data?.items ?? [])
                  .filter((item) => item.companyId === shown)
                  .map((item) => (
                    <li key={item.gsid}>
                      <button
                        type="button"
                        className={classes.goal}
                        aria-current={item.gsid === current?.gsid ? 'true' : undefined}
                        onClick={() => {
                          setOpened(undefined)
                          onPick(item.gsid)
                        }}
                      >
                        <span className={classes.name}>{item.name}</span>
                        {item.gsid !== current?.gsid && words[item.state] && (
                          <span className={classes.csm}>
                            {words[item.state]}
                            {item.state === 'looked-at' && item.by ? texts.by(item.by) : ''}
                          </span>
                        )}
                      </button>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
