import { wordsIn } from '@goalkeeper/filter/search-text'
import type { GoalRow } from './goal-row.ts'
import type { GoalSearchTable } from './tables.ts'

/** The columns that searches look at, in a goal or in a part of one. */
export const searchedColumns = [
  'gsid',
  'name',
  'description_text',
  'company_name',
  'relationship_name',
  'opportunity_name',
  'created_by_name',
  'company',
  'modified_date',
] as const

export type SearchedRow = Pick<GoalRow, (typeof searchedColumns)[number]>

/** A text that searches look at, by the field that holds it. */
export type SearchedText = { field: string; text: string }

/** The names beside the goal's own, in the order in which they are told: of its company, its parents and its people. */
export function namesOf(row: SearchedRow): SearchedText[] {
  const people = Object.entries(row.company)
    .filter(([attribute]) => attribute.endsWith('__gr.Name'))
    .map(([attribute, text]) => ({ field: `CompanyId__gr.${attribute}`, text }))
  return [
    { field: 'CompanyName', text: row.company_name },
    { field: 'RelationshipName', text: row.relationship_name },
    { field: 'OpportunityName', text: row.opportunity_name },
    ...people,
    { field: 'CreatedByName', text: row.created_by_name },
  ].filter((each): each is SearchedText => typeof each.text === 'string' && each.text !== '')
}

/** What is kept of a goal for searches. */
export function searchRowOf(row: SearchedRow): GoalSearchTable {
  const name = foldedWords(row.name ?? '')
  const names = new Set(namesOf(row).flatMap(({ text }) => foldedWords(text)))
  const inNames = new Set([...name, ...names])
  const rest = new Set(foldedWords(row.description_text ?? '').filter((word) => !inNames.has(word)))
  return {
    gsid: row.gsid,
    name: joined(name),
    names: joined(names),
    rest: joined(rest),
    modified_date: row.modified_date,
  }
}

const foldedWords = (text: string) => wordsIn(text).map(({ word }) => word)
const joined = (words: Iterable<string>) => [...words].map((word) => ` ${word}`).join('')
