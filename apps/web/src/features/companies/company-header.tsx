import * as texts from '@goalkeeper/texts/companies'
import type { Company, Field } from '@goalkeeper/contract/catalogue'
import { useToday } from '#web/shared/time/use-clock.ts'
import { companyFacts } from './company-facts.ts'
import classes from './company-header.module.css'

/** The company that a list is about: what is known of it, in one line. */
export function CompanyHeader({ company, fields }: { company: Company; fields: Field[] }) {
  const facts = companyFacts(company, fields, useToday())
  if (facts.length === 0) return null
  return (
    <dl className={classes.facts} aria-label={texts.about(company.name)}>
      {facts.map(({ label, text, title }) => (
        <div key={title} className={classes.fact} title={title}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
