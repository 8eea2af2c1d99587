import * as texts from '@goalkeeper/texts/shell-first'
import type { Me } from '@goalkeeper/contract/people'
import { LazyPopover } from '../ui/lazy-popover.tsx'
import classes from './person-menu.module.css'

const details = () => import('./person-details.tsx').then((module) => module.PersonDetails)

/** The person whose page this is, by their initials. Click for who that is, their sessions, and the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const name = me.signIn === 'open' ? texts.youOnThisMachine : me.name
  const initials = initialsOf(me.signIn === 'open' ? texts.you : me.name)
  return (
    <LazyPopover
      label={texts.you}
      width={264}
      load={details}
      contentProps={{ me }}
      button={(trigger) => (
        <button type="button" className={classes.person} aria-label={`${initials}, ${name}`} title={name} {...trigger}>
          {initials}
        </button>
      )}
    />
  )
}

/** "Ana Maria Reyes" → "AR", "ana@example.com" → "A". */
export function initialsOf(name: string): string {
  const words = name.replace(/@.*/, '').match(/[\p{L}\p{N}][^\s]*/gu) ?? []
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => word?.charAt(0).toUpperCase()).join('') || '?'
}
