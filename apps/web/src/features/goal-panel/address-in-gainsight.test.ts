import { expect, test } from 'vitest'
import { addressInGainsight } from './address-in-gainsight.ts'

const goal = { gsid: '1CG0 A', fields: { CompanyId: '1P02B', RelationshipId: null } }

test('the parts are filled in and encoded', () => {
  expect(addressInGainsight('https://x.example/c/{companyId}?g={gsid}', goal)).toBe(
    'https://x.example/c/1P02B?g=1CG0%20A',
  )
})

test('without a part that is asked for there is no address', () => {
  expect(addressInGainsight('https://x.example/r/{relationshipId}', goal)).toBeNull()
})
