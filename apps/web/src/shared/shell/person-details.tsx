import * as texts from '@goalkeeper/texts/shell-person'
import * as common from '@goalkeeper/texts/common'
import type { Me } from '@goalkeeper/contract/people'
import { Link } from '@tanstack/react-router'
import classes from './person-details.module.css'
import { useScopeWords } from '../access/use-scope-words.ts'
import { runCommand } from '../commands/command-store.ts'
import { openShortcuts } from './shortcut-host.tsx'
import { roleWords } from './role-words.ts'
import { SignOut } from './sign-out.tsx'

/** Who one is here and what one may, the ways to what is one's own, and out. */
export function PersonDetails({ me, onClose }: { me: Me; onClose: () => void }) {
  const isOpen = me.signIn === 'open'
  const seen = useScopeWords()
  return (
    <div className={classes.details}>
      <p className={classes.name}>{isOpen ? texts.youOnThisMachine : me.name}</p>
      {me.email && <p className={classes.meta}>{me.email}</p>}
      <p className={classes.meta}>
        {isOpen ? texts.nobodyHasToSignInTo : me.role === null ? texts.noRoleYet : `${me.role}: ${roleWords[me.role]}`}
      </p>
      {seen && <p className={classes.meta}>{seen}</p>}
      <ul className={classes.ways}>
        {!isOpen && (
          <li>
            <Link to="/sessions" className={classes.way} onClick={onClose}>
              {common.mySessions}
            </Link>
          </li>
        )}
        <li>
          <button
            type="button"
            className={classes.way}
            onClick={() => {
              onClose()
              runCommand(openShortcuts)
            }}
          >
            {texts.keyboardShortcuts}
          </button>
        </li>
        {me.role !== null && (
          <li>
            <Link to="/activity" className={classes.way} onClick={onClose}>
              {common.activity}
            </Link>
          </li>
        )}
      </ul>
      {!isOpen && <SignOut />}
    </div>
  )
}
