import type { Capability } from '@goalkeeper/contract/status'

type Text = { label: string; kind: Capability['kind']; used: Record<Capability['state'], string> }

const readText = (label: string, yes: string, no: string, unknown = no): Text => ({
  label,
  kind: 'read',
  used: { yes, no, unknown },
})
const writeText = (label: string, yes: string, no: string, unknown: string): Text => ({
  label,
  kind: 'write',
  used: { yes, no, unknown },
})

/** Everything that is asked about a tenant, in the order of the Connection page, and what each answer leads to. */
export const capabilityTexts = {
  whereOptional: readText(
    'Goals can be fetched without a filter',
    'A sweep sends no filter.',
    'A sweep asks once for each entity type.',
  ),
  pageBase: readText(
    'Pages are counted from 1',
    'Reading starts with page 1.',
    'Reading starts with page 0; a page that comes twice is dropped.',
    'Reading starts with page 1, as in the documented sample.',
  ),
  pageMaximum: readText(
    'Goals on one page',
    'Sweeps use pages of this size.',
    'Sweeps use the largest page that was accepted.',
    'Sweeps use pages of 100, the documented sample.',
  ),
  standardFields: readText(
    'All standard fields can be selected',
    'Every standard field is a column.',
    'Fields that are refused are not columns.',
    'Every standard field is asked for.',
  ),
  customFields: readText(
    'All custom fields can be selected',
    'Every custom field is a column.',
    'Fields that are refused are not columns, and are tried again after a day.',
    'Every custom field that is known is asked for.',
  ),
  selectStyle: readText(
    'Only selected fields come back',
    'A field that is missing in a reply and was selected is empty.',
    'Fields that nobody asked for are taken as well; one that is missing and was selected is empty.',
  ),
  operators: readText(
    'Filter operators',
    'Live requests use the operators that gave the right goals; everything else is filtered in Goalkeeper.',
    'Live requests use EQ only; everything else is filtered in Goalkeeper.',
  ),
  modifiedSince: readText(
    'Goals changed since an instant',
    'Between sweeps only goals that changed are read.',
    'Changes made elsewhere are seen with the next sweep.',
  ),
  dueDateSince: readText(
    'Goals due from a date',
    'Live requests may filter by due date.',
    'Due dates are filtered in Goalkeeper only.',
  ),
  or: readText(
    'Conditions joined by OR',
    'Live requests may use OR.',
    'OR is split into several requests, or filtered in Goalkeeper.',
  ),
  parentheses: readText(
    'Parentheses in filters',
    'Live requests may nest conditions.',
    'Nested conditions are filtered in Goalkeeper.',
  ),
  statusName: readText(
    'The name of the status comes with the goal',
    'Names of statuses can be learned from goals.',
    'Names of statuses are learned elsewhere.',
  ),
  associationShape: readText(
    'Associations come as plain ids',
    'Ids are taken as they come.',
    'Ids are taken out of the objects that hold them.',
    'Both shapes are understood.',
  ),
  orderStable: readText(
    'Pages keep their order',
    'Sweeps read page after page, and check.',
    'Sweeps are split until each part fits on one page.',
    'Sweeps read page after page, and check.',
  ),
  errorStyle: readText(
    'Faults are told as documented',
    'The reason is shown to the person.',
    'The reason is shown as far as the tenant gives one.',
  ),
  goalQuery: readText(
    'Goals can be read as data objects',
    'Not needed: goals are read through their own call.',
    'Goals are read through their own call.',
  ),
  objectList: readText(
    'List of objects',
    'The goal and opportunity objects are found in it.',
    'Likely names are tried for the goal and opportunity objects.',
  ),
  describe: readText(
    'Describe an object',
    'Fields, types and picklists come from it.',
    'The other ways to describe an object are tried.',
  ),
  describeBatch: readText(
    'Describe several objects',
    'Used where the single call is not available.',
    'The other ways to describe an object are tried.',
  ),
  describeLegacy: readText(
    'Describe an object, older route',
    'Used where the newer calls are not available.',
    'Without any describe call, fields are taken from goals and from the settings.',
  ),
  dropdowns: readText(
    'Picklist categories',
    'Statuses are read from theirs where the fields do not list them.',
    'Statuses are found in another way.',
  ),
  daPicklist: readText(
    'Picklist items as data objects',
    'Names of statuses can be looked up there.',
    'Names of statuses are found in another way.',
  ),
  statuses: readText(
    'Names of the statuses',
    'Statuses can be read, chosen and filtered by name.',
    'Statuses show as ids until an admin types their names in.',
  ),
  companyQuery: readText(
    'Companies',
    'Names and attributes of companies are kept for six hours.',
    'Companies show as ids.',
  ),
  relationshipQuery: readText('Relationships', 'Names of relationships are shown.', 'Relationships show as ids.'),
  opportunityQuery: readText('Opportunities', 'Names of opportunities are shown.', 'Opportunities show as ids.'),
  templateQuery: readText(
    'Goal templates',
    'Templates can be chosen by name.',
    'Templates show as ids, as goals have them.',
  ),
  relationshipTypeQuery: readText(
    'Relationship types',
    'Relationship types can be chosen by name.',
    'Relationship types show as ids, as goals have them.',
  ),
  userQuery: readText('Users', 'Names of users are shown.', 'The user list is tried, 100 calls an hour.'),
  userList: readText(
    'User list',
    'Used where users cannot be queried.',
    'Without either, users show as ids.',
    'Tried where users cannot be queried.',
  ),
  ctaQuery: readText('CTAs by id', 'CTAs are resolved many at a time.', 'The CTA list is used.'),
  ctaList: readText('CTA list', 'Used where CTAs cannot be queried.', 'Without either, CTAs show as ids.'),
  planQuery: readText(
    'Success plans by id',
    'Success plans are resolved many at a time.',
    'The success plan list is used.',
  ),
  planList: readText(
    'Success plan list',
    'Used where success plans cannot be queried.',
    'Without either, success plans show as ids.',
  ),
  update: writeText(
    'A goal can be changed',
    'Goals can be edited.',
    'Editing is not offered.',
    'Run the write check to find out.',
  ),
  clearDueDate: writeText(
    'The due date can be emptied',
    'Emptying the due date is offered.',
    'Emptying the due date is not offered.',
    'Emptying the due date sends null, and the goal is read to see what came of it.',
  ),
  clearDescription: writeText(
    'The description can be emptied',
    'Emptying the description is offered.',
    'Emptying the description is not offered.',
    'Emptying the description sends null, and the goal is read to see what came of it.',
  ),
  associationInUpdate: writeText(
    'CTAs and plans can be linked to an existing goal',
    'Linking is offered.',
    'Linking is offered for new goals only.',
    'Linking is offered, and the goal is read to see what came of it.',
  ),
  relinkHarmless: writeText(
    'Linking twice does no harm',
    'A link that is there already may be sent again.',
    'Links that are there already are left out.',
    'Links that are there already are left out.',
  ),
  linkAndUnlinkInOne: writeText(
    'Link and unlink in one call',
    'A change of associations is one call.',
    'A change of associations is two calls.',
    'A change of associations is one call, and the goal is read to see what came of it.',
  ),
  parentById: writeText(
    'A new goal may name its parent by id',
    'Creates send the id of the chosen parent.',
    'Creates look the parent up by its id.',
    'Not tried, because a goal once created cannot be deleted from here. The first goal that a person creates shows it.',
  ),
} satisfies Record<string, Text>

export type CapabilityName = keyof typeof capabilityTexts
export const capabilityNames = Object.keys(capabilityTexts) as CapabilityName[]
