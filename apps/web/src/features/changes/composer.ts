import type { Deed } from '@goalkeeper/contract/changes'

/** The ways into a change set: what its buttons are called. */
export const composerKinds = ['status', 'due', 'link', 'more'] as const
export type ComposerKind = (typeof composerKinds)[number]

/** A form for one deed. It is sent by a button that stands outside of it. */
export type ComposerProps = {
  formId: string
  /** The deed that is being changed; null for a new one. */
  initial: Deed | null
  onDeed: (deed: Deed) => void
}

/** The composer that a deed comes from. */
export function kindOf(deed: Deed): ComposerKind {
  if (deed.kind === 'move-due' || (deed.kind === 'set' && deed.field === 'DueDate')) return 'due'
  if (deed.kind === 'set' && deed.field === 'StatusName') return 'status'
  if (deed.kind === 'set' || deed.kind === 'append' || deed.kind === 'replace-in-name') return 'more'
  return 'link'
}
