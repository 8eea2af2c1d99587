import * as activity from './activity.ts'
import * as catalogue from './catalogue.ts'
import * as changes from './changes.ts'
import * as connection from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import * as goals from './goals.ts'
import * as people from './people.ts'
import * as tokens from './tokens.ts'
import * as writes from './writes.ts'

/** Every call of the bff's own API by its operation id: what the bff has to serve, and what OpenAPI prints. */
export const endpoints = {
  queryGoals: goals.queryGoals,
  previewPutBack: goals.previewPutBack,
  printGoalsCall: goals.printGoalsCall,
  readGoal: goals.readGoal,
  readGoalChanges: goals.readGoalChanges,
  listWrites: writes.listWrites,
  readWrite: writes.readWrite,
  cancelWrite: writes.cancelWrite,
  settleWrite: writes.settleWrite,
  readFields: catalogue.readFields,
  readStatuses: catalogue.readStatuses,
  saveStatuses: connection.saveStatuses,
  searchCompanies: catalogue.searchCompanies,
  readCompany: catalogue.readCompany,
  searchRelationships: catalogue.searchRelationships,
  searchOpportunities: catalogue.searchOpportunities,
  listCompanyAttributes: catalogue.listCompanyAttributes,
  searchUsers: catalogue.searchUsers,
  readNames: catalogue.readNames,
  listTemplates: catalogue.listTemplates,
  readLinkables: catalogue.readLinkables,
  readStatus: connection.readStatus,
  readSettings: connection.readSettings,
  saveSettings: connection.saveSettings,
  probeTenant: connection.probeTenant,
  runWriteCheck: connection.runWriteCheck,
  setStopped: connection.setStopped,
  readMe: people.readMe,
  listSessions: people.listSessions,
  endSession: people.endSession,
  signOut: people.signOut,
  listPeople: people.listPeople,
  savePerson: people.savePerson,
  endPersonSessions: people.endPersonSessions,
  listTokens: tokens.listTokens,
  createToken: tokens.createToken,
  revokeToken: tokens.revokeToken,
  createChangeSet: changes.createChangeSet,
  listChangeSets: changes.listChangeSets,
  readChangeSet: changes.readChangeSet,
  saveChangeSet: changes.saveChangeSet,
  queryChangeRows: changes.queryChangeRows,
  saveChangeRow: changes.saveChangeRow,
  saveChangeRows: changes.saveChangeRows,
  runChangeSet: changes.runChangeSet,
  pauseChangeSet: changes.pauseChangeSet,
  resumeChangeSet: changes.resumeChangeSet,
  retryChangeSet: changes.retryChangeSet,
  undoChangeSet: changes.undoChangeSet,
  cancelChangeSet: changes.cancelChangeSet,
  deleteChangeSet: changes.deleteChangeSet,
  queryActivity: activity.queryActivity,
  listActors: activity.listActors,
  readHealth: connection.readHealth,
  readReadiness: connection.readReadiness,
} satisfies Record<string, Endpoint>
