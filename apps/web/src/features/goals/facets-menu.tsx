import * as texts from '@goalkeeper/texts/goals-facets'
import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './facets-menu.module.css'
import { mostFacets, type FacetGroup } from './facets.ts'

type Props = {
  offered: FacetGroup[]
  /** The fields of those that stand at the left, in their order. */
  shown: string[]
  /** Null: as at first. */
  onShownChange: (shown: string[] | null) => void
}

/** Which facets stand at the left: the chosen ones first, the others as the catalogue lists them. */
export function FacetsMenu({ offered, shown, onShownChange }: Props) {
  const [search, setSearch] = useState('')
  // What was chosen when the menu opened stays on top, so that nothing jumps from under the pointer.
  const [first] = useState(shown)
  const words = search.trim().toLowerCase()
  const lines = [
    ...first.flatMap((field) => offered.filter((group) => group.field === field)),
    ...offered.filter(({ field }) => !first.includes(field)),
  ].filter(({ title, field }) => `${title} ${field}`.toLowerCase().includes(words))
  const isFull = shown.length >= mostFacets

  return (
    <div className={classes.menu}>
      <input
        type="search"
        className={classes.search}
        aria-label={texts.findAFacet}
        placeholder={texts.findAFacetDots}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className={classes.list}>
        {lines.map(({ field, title }) => {
          const isShown = shown.includes(field)
          return (
            <li key={field}>
              <label className={classes.line}>
                <input
                  type="checkbox"
                  className={classes.box}
                  checked={isShown}
                  disabled={isFull && !isShown}
                  onChange={() => onShownChange(isShown ? shown.filter((each) => each !== field) : [...shown, field])}
                />
                {title}
              </label>
            </li>
          )
        })}
        {lines.length === 0 && <li className={classes.none}>{texts.noFieldLikeThatCanBe}</li>}
      </ul>
      <footer className={classes.foot}>
        <span role="status">{isFull && texts.atMostTakeOneAwayFirst(mostFacets)}</span>
        <Button variant="subtle" color="gray" onClick={() => onShownChange(null)}>
          {texts.asAtFirst}
        </Button>
      </footer>
    </div>
  )
}
