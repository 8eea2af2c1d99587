import type { Role } from '@goalkeeper/contract/policy'

/** What a role may do, in a few words. */
export const roleWords: Record<Role, string> = {
  viewer: 'sees goals',
  editor: 'sees and changes goals',
  operator: 'also changes many goals at once',
  admin: 'may do everything here',
}
