import type { Permission } from '@goalkeeper/contract/policy'
import type { ReactNode } from 'react'
import { useMay } from '#web/shared/api/use-may.ts'
import { NoPermission } from '#web/shared/ui/no-permission.tsx'

/** A page for those with a permission; the reason for everybody else. */
export function OnlyWith({ permission, children }: { permission: Permission; children: ReactNode }) {
  const reason = useMay(permission)
  return reason === null ? children : <NoPermission reason={reason} />
}
