import * as texts from '@goalkeeper/texts/views-links'
import * as common from '@goalkeeper/texts/common'
import { useQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './my-links.module.css'
import { myLinksQuery, useDeleteLink } from './view-queries.ts'

/** The list links that I have made, to open or to take back. Nothing while there are none. */
export function MyLinks({ addressOf }: { addressOf: (id: string) => string }) {
  const { data } = useQuery(myLinksQuery())
  const remove = useDeleteLink()
  if (!data || data.links.length === 0) return null
  return (
    <section className={classes.links} aria-labelledby="my-links">
      <h3 id="my-links" className={classes.title}>
        {texts.linksThatYouHaveMade}
      </h3>
      {remove.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(remove.error).detail}
        </p>
      )}
      <ul className={classes.list} tabIndex={0} aria-labelledby="my-links">
        {data.links.map((link) => (
          <li key={link.id} className={classes.line}>
            <a href={addressOf(link.id)} className={classes.id}>
              {link.id}
            </a>
            <span className={classes.facts}>
              {link.frozen ? texts.frozen(link.frozen.goals) : texts.live} · <Ago instant={link.at} />
            </span>
            <ToolButton
              aria-label={texts.deleteTheLink(link.id)}
              disabled={remove.isPending}
              onClick={() => remove.mutate(link.id)}
            >
              {common.deleteIt}
            </ToolButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
