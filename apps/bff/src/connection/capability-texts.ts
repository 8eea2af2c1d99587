import * as texts from '@goalkeeper/texts/server/capabilities'
import * as common from '@goalkeeper/texts/server/common'
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
  whereOptional: readText(texts.goalsCanBeFetchedWithoutA, texts.aSweepSendsNoFilter, texts.aSweepAsksOnceForEach),
  pageBase: readText(
    texts.pagesAreCountedFrom1,
    texts.readingStartsWithPage1,
    texts.readingStartsWithPage0A,
    texts.readingStartsWithPage1As,
  ),
  pageMaximum: readText(
    texts.goalsOnOnePage,
    texts.sweepsUsePagesOfThisSize,
    texts.sweepsUseTheLargestPageThat,
    texts.sweepsUsePagesOf100The,
  ),
  standardFields: readText(
    texts.allStandardFieldsCanBeSelected,
    texts.everyStandardFieldIsAColumn,
    texts.fieldsThatAreRefusedAreNot,
    texts.everyStandardFieldIsAskedFor,
  ),
  customFields: readText(
    texts.allCustomFieldsCanBeSelected,
    texts.everyCustomFieldIsAColumn,
    texts.refusedFieldsAreTriedAgain,
    texts.everyCustomFieldThatIsKnown,
  ),
  selectStyle: readText(
    texts.onlySelectedFieldsComeBack,
    texts.aFieldThatIsMissingIn,
    texts.fieldsThatNobodyAskedForAre,
  ),
  operators: readText(texts.filterOperators, texts.liveRequestsUseTheOperators, texts.liveRequestsUseEqOnly),
  modifiedSince: readText(
    texts.goalsChangedSinceAnInstant,
    texts.betweenSweepsOnlyGoalsThat,
    texts.changesMadeElsewhereAreSeen,
  ),
  dueDateSince: readText(texts.goalsDueFromADate, texts.liveRequestsMayFilterByDue, texts.dueDatesAreFilteredIn),
  or: readText(texts.conditionsJoinedByOr, texts.liveRequestsMayUseOr, texts.orIsSplitIntoSeveralRequests),
  parentheses: readText(
    texts.parenthesesInFilters,
    texts.liveRequestsMayNestConditions,
    texts.nestedConditionsAreFilteredIn,
  ),
  statusName: readText(
    texts.theNameOfTheStatusComes,
    texts.namesOfStatusesCanBeLearned,
    texts.namesOfStatusesAreLearned,
  ),
  associationShape: readText(
    texts.associationsComeAsPlainIds,
    texts.idsAreTakenAsTheyCome,
    texts.idsAreTakenOutOfThe,
    texts.bothShapesAreUnderstood,
  ),
  orderStable: readText(
    texts.pagesKeepTheirOrder,
    texts.sweepsReadPageAfterPageAnd,
    texts.sweepsAreSplitUntilEachPart,
    texts.sweepsReadPageAfterPageAnd,
  ),
  errorStyle: readText(texts.faultsAreToldAsDocumented, texts.theReasonIsShownToThe, texts.theReasonIsShownAsFar),
  goalQuery: readText(
    texts.goalsCanBeReadAsData,
    texts.notNeededGoalsAreReadThrough,
    texts.goalsAreReadThroughTheirOwn,
  ),
  objectList: readText(texts.listOfObjects, texts.theGoalAndOpportunityObjects, texts.likelyNamesAreTriedForThe),
  describe: readText(texts.describeAnObject, texts.fieldsTypesAndPicklistsCome, texts.theOtherWaysToDescribeAn),
  describeBatch: readText(texts.describeSeveralObjects, texts.usedWhereTheSingleCallIs, texts.theOtherWaysToDescribeAn),
  describeLegacy: readText(
    texts.describeAnObjectOlderRoute,
    texts.usedWhereTheNewerCallsAre,
    texts.withoutAnyDescribeCallFields,
  ),
  dropdowns: readText(
    texts.picklistCategories,
    texts.statusesAreReadFromTheirsWhere,
    texts.statusesAreFoundInAnotherWay,
  ),
  daPicklist: readText(
    texts.picklistItemsAsDataObjects,
    texts.namesOfStatusesCanBeLooked,
    texts.namesOfStatusesAreFoundIn,
  ),
  statuses: readText(texts.namesOfTheStatuses, texts.statusesCanBeReadChosenAnd, texts.statusesShowAsIdsUntilAn),
  companyQuery: readText(texts.companies, texts.namesAndAttributesOfCompanies, texts.companiesShowAsIds),
  relationshipQuery: readText(texts.relationships, texts.namesOfRelationshipsAreShown, texts.relationshipsShowAsIds),
  opportunityQuery: readText(texts.opportunities, texts.namesOfOpportunitiesAreShown, texts.opportunitiesShowAsIds),
  templateQuery: readText(texts.goalTemplates, texts.templatesCanBeChosenByName, texts.templatesShowAsIdsAsGoals),
  relationshipTypeQuery: readText(
    texts.relationshipTypes,
    texts.relationshipTypesCanBeChosenBy,
    texts.relationshipTypesShowAsIdsAs,
  ),
  userQuery: readText(texts.users, texts.namesOfUsersAreShown, texts.theUserListIsTried100),
  userList: readText(
    texts.userList,
    texts.usedWhereUsersCannotBeQueried,
    texts.withoutEitherUsersShowAsIds,
    texts.triedWhereUsersCannotBeQueried,
  ),
  ctaQuery: readText(texts.ctasById, texts.ctasAreResolvedManyAtA, texts.theCtaListIsUsed),
  ctaList: readText(texts.ctaList, texts.usedWhereCtasCannotBeQueried, texts.withoutEitherCtasShowAsIds),
  planQuery: readText(texts.successPlansById, texts.successPlansAreResolvedManyAt, texts.theSuccessPlanListIsUsed),
  planList: readText(texts.successPlanList, texts.usedWhereSuccessPlansCannotBe, texts.withoutEitherSuccessPlansShow),
  update: writeText(
    texts.aGoalCanBeChanged,
    texts.goalsCanBeEdited,
    texts.editingIsNotOffered,
    texts.runTheWriteCheckToFind,
  ),
  clearDueDate: writeText(
    texts.theDueDateCanBeEmptied,
    texts.emptyingTheDueDateIsOffered,
    texts.emptyingTheDueDateIsNot,
    texts.emptyingTheDueDateSendsNull,
  ),
  clearDescription: writeText(
    texts.theDescriptionCanBeEmptied,
    texts.emptyingTheDescriptionIs,
    texts.emptyingTheDescriptionIsNot,
    texts.emptyingTheDescriptionSends,
  ),
  associationInUpdate: writeText(
    texts.ctasAndPlansCanBeLinked,
    texts.linkingIsOffered,
    texts.linkingIsOfferedForNewGoals,
    texts.linkingIsOfferedAndTheGoal,
  ),
  relinkHarmless: writeText(
    texts.linkingTwiceDoesNoHarm,
    texts.aLinkThatIsThereAlready,
    texts.linksThatAreThereAlreadyAre,
    texts.linksThatAreThereAlreadyAre,
  ),
  linkAndUnlinkInOne: writeText(
    common.linkAndUnlinkInOneCall,
    texts.aChangeOfAssociationsIsOne,
    texts.aChangeOfAssociationsIsTwo,
    texts.aChangeOfAssociationsIsRead,
  ),
  parentById: writeText(
    texts.aNewGoalMayNameIts,
    texts.createsSendTheIdOfThe,
    texts.createsLookTheParentUpBy,
    texts.notTriedBecauseAGoalOnce,
  ),
} satisfies Record<string, Text>

export type CapabilityName = keyof typeof capabilityTexts
export const capabilityNames = Object.keys(capabilityTexts) as CapabilityName[]
