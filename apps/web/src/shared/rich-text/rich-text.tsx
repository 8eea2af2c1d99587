import * as texts from '@goalkeeper/texts/rich-text'
import { useMemo, useState } from 'react'
import classes from './rich-text.module.css'
import { sanitise } from './sanitise.ts'

/** About eight lines of running text; more is folded. */
const foldAfter = 560

/** HTML from the tenant, harmless, folded when long, its pictures shown only on demand. */
export function RichText({ html }: { html: string }) {
  const [withImages, setWithImages] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const clean = useMemo(() => sanitise(html, { withImages }), [html, withImages])
  const isLong = clean.html.length > foldAfter
  return (
    <div>
      <div
        className={classes.text}
        data-folded={(isLong && !isOpen) || undefined}
        // Sanitised above, and inline scripts and styles are forbidden by the content security policy besides.
        dangerouslySetInnerHTML={{ __html: clean.html }}
      />
      {isLong && (
        <button type="button" className={classes.deed} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? texts.showLess : texts.showAll}
        </button>
      )}
      {clean.images > 0 && !withImages && (
        <button type="button" className={classes.deed} onClick={() => setWithImages(true)}>
          {texts.loadFromOtherServers(clean.images)}
        </button>
      )}
    </div>
  )
}
