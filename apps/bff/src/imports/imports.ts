import type { Import } from '@goalkeeper/contract/imports'
import type { Router } from 'express'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Changes } from '#bff/changes/changes.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Gateway } from '#bff/gateway/gateway.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { createCheckImport } from './check-import.ts'
import { createImportDesk } from './import-desk.ts'
import { createImportStore } from './import-store.ts'
import { viewImport } from './import-view.ts'
import { createImportsRouter } from './imports-router.ts'
import { createTurns } from '#bff/in-turn.ts'
import type { ImportFile } from './tables.ts'

/** What imports ask of the other rooms. */
export type ImportsNeeds = {
  database: Database
  goalIndex: Pick<GoalIndex, 'namedAll' | 'snapshots' | 'sights' | 'sync'>
  catalogue: Pick<Catalogue, 'fields' | 'statuses' | 'every' | 'linkedItems'>
  connection: Pick<Connection, 'capabilities'>
  gateway: Pick<Gateway, 'openCreates'>
  changes: Pick<Changes, 'makeDraft' | 'existing' | 'creating'>
  now?: () => number
}

export type Imports = { router: Router }

/** Goals from files: read, checked, mended, and made into a change set. */
export function createImports(needs: ImportsNeeds): Imports {
  const { database, now = Date.now } = needs
  const store = createImportStore(database, now)
  const inTurn = createTurns()
  const check = createCheckImport({ ...needs, store, inTurn, now })
  const desk = createImportDesk({ ...needs, store, check, inTurn })
  const view = (file: ImportFile): Promise<Import> => viewImport(file, store)
  return { router: createImportsRouter({ store, desk, view }) }
}
