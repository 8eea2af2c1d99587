import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/reviews'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import type { ReviewGoal, ReviewItem } from '@goalkeeper/contract/reviews'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { RichText } from '#web/shared/rich-text/rich-text.tsx'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { meaningOf, openOf, textOf } from '#web/shared/ui/field-values.ts'
import { StatusLabel } from '#web/shared/ui/status-label.tsx'
import { valueText } from '#web/shared/ui/value-text.ts'
import { ChangeLines } from './change-lines.tsx'
import classes from './review-goal-view.module.css'

type Props = { item: ReviewItem; about: ReviewGoal; fields: Field[] }

/** What is known of the company that helps to decide. */
const companyFields = ['CompanyId__gr.Csm__gr.Name', 'CompanyId__gr.Arr', 'CompanyId__gr.RenewalDate']

/** The goal before one. */
export function ReviewGoalView({ item, about, fields }: Props) {
  const { goal, slips, changes } = about
  const heading = useRef<HTMLHeadingElement>(null)
  // Who reads by ear hears the next goal; the keys work wherever the focus is.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <article className={classes.goal}>
      <p className={classes.company}>
        {item.companyId ? (
          <Link to="/companies/$gsid" params={{ gsid: item.companyId }}>
            {item.companyName ?? item.companyId}
          </Link>
        ) : (
          item.companyName
        )}
        {goal && companyWords(goal, fields).map((words) => <span key={words}>{words}</span>)}
      </p>
      <h2 ref={heading} tabIndex={-1} className={classes.name}>
        {textOf(goal?.fields['Name']) || item.name}
      </h2>
      {goal ? (
        <>
          <p className={classes.decision}>
            <StatusLabel
              name={textOf(goal.fields['StatusName']) || texts.noStatus}
              meaning={meaningOf(goal.fields['StatusMeaning'])}
            />
            <span>
              <Filled
                text={texts.dueTitle}
                dueDate={
                  <DueDate
                    due={textOf(goal.fields['DueDate']) || null}
                    isOpen={openOf(goal.fields['Open'])}
                    empty={common.never}
                  />
                }
              />
            </span>
            {slips.times > 0 && <span className={classes.slips}>{texts.moved(slips.times, slips.days)}</span>}
            <Link to="/goals/$gsid" params={{ gsid: goal.gsid }} className={classes.open}>
              {common.openTheGoal}
            </Link>
          </p>
          {changes.length > 0 && (
            <section aria-label={texts.whatChanged}>
              <h3 className={classes.heading}>{texts.whatChangedSinceLastTime}</h3>
              <ChangeLines changes={changes.slice(0, 8)} fields={fields} />
            </section>
          )}
          <section aria-label={common.description} className={classes.description}>
            {textOf(goal.fields['Description']).trim() ? (
              <RichText html={textOf(goal.fields['Description'])} />
            ) : (
              <p className={classes.none}>{common.noDescription}</p>
            )}
          </section>
          <Links goal={goal} />
        </>
      ) : (
        <p className={classes.none}>{texts.itIsNoLongerInGainsight}</p>
      )}
    </article>
  )
}

function Links({ goal }: { goal: GoalDetail }) {
  if (goal.links.length === 0) return <p className={classes.none}>{texts.linkedToNoCtaAndNo}</p>
  return (
    <ul className={classes.links} aria-label={common.links}>
      {goal.links.map(({ gsid, kind, name, status, dueDate }) => (
        <li key={gsid}>
          <span aria-hidden="true">{kind === 'CTA' ? '▢' : '◇'}</span> {name ?? gsid}
          <span className={classes.meta}>
            {status && `${status} · `}
            <DueDate due={dueDate} isOpen={null} empty={common.noDueDate} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function companyWords(goal: GoalDetail, fields: readonly Field[]): string[] {
  return companyFields.flatMap((name) => {
    const field = fields.find((each) => each.name === name)
    const value = goal.fields[name] ?? null
    return field && value !== null && value !== '' ? [`${shortLabel(field.label)} ${valueText(value, field)}`] : []
  })
}

/** "Company: CSM" is "CSM" beside the company's own name. */
const shortLabel = (label: string) => label.replace(/^Company\W+/, '')
