import * as texts from '@goalkeeper/texts/server/catalogue'
import type { Company, NamedRecord } from '@goalkeeper/contract/catalogue'
import { companyDataOf, relationshipDataOf, userDataOf } from './record-kinds.ts'
import type { StoredRecord } from './record-store.ts'

type RecordOfCompany = NamedRecord & { companyId: string | null; typeId: string | null }

const gone = texts.notFoundInGainsight
/** The end of a Gsid differs where everything else is the same. */
const tail = (gsid: string) => `…${gsid.slice(-6)}`
const joined = (...parts: (string | number | boolean | null | undefined)[]) => parts.filter(Boolean).join(' · ') || null

/** A company as people see it; two of one name are told apart by their CSM and the end of their Gsid. */
export function companyOf({ gsid, name, found, data, hasTwin }: StoredRecord): Company {
  const { attributes } = companyDataOf(data)
  const hint = hasTwin ? joined(attributes['Csm__gr.Name'], tail(gsid)) : null
  return { gsid, name: name ?? gsid, hint: found ? hint : joined(gone, hint), attributes }
}

/** A relationship or opportunity with its company, which is left out where the list is that company's own. */
export function recordOfCompany(
  { gsid, name, companyId, data, hasTwin }: StoredRecord,
  companyName: string | null | undefined,
): RecordOfCompany {
  const hint = joined(companyName, hasTwin && tail(gsid))
  return { gsid, name: name ?? gsid, hint, companyId, typeId: relationshipDataOf(data).typeId }
}

/** Users are known by their address; who has left can still be the value of a field. */
export function userOf({ gsid, name, data, hasTwin }: StoredRecord): NamedRecord {
  const { email, active } = userDataOf(data)
  return { gsid, name: name ?? gsid, hint: joined(email ?? (hasTwin && tail(gsid)), !active && 'inactive') }
}
