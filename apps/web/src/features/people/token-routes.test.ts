import { expect, test } from 'vitest'
import { routesFor } from './token-routes.ts'

test('a token is offered what its role may, and nothing of admins or sessions', () => {
  expect(routesFor('viewer')).toContain('queryGoals')
  expect(routesFor('viewer')).toContain('gateway.fetchGoals')
  expect(routesFor('viewer')).toContain('metrics')
  expect(routesFor('viewer')).not.toContain('gateway.updateGoal')
  expect(routesFor('editor')).toContain('gateway.updateGoal')
  expect(routesFor('operator')).not.toContain('createToken')
  expect(routesFor('operator')).not.toContain('signOut')
})
