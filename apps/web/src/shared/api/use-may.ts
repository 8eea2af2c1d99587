import type { Me } from '@goalkeeper/contract/people'
import { refusalOf, type Permission } from '@goalkeeper/contract/policy'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from './me-query.ts'

/** Why the person may not do something, in a sentence for what is switched off; null when they may. The server decides in any case. */
export function useMay(permission: Permission): string | null {
  const { data } = useQuery({ ...meQuery(), select: roleOf })
  return data === undefined ? null : refusalOf(data, permission)
}

const roleOf = ({ role }: Me) => role
