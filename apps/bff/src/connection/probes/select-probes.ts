import * as texts from '@goalkeeper/texts/server/connection'
import * as common from '@goalkeeper/texts/server/common'
import { readText, type Row } from '@goalkeeper/gainsight/rows'
import { narrowSelect } from '../../catalogue/narrow-select.ts'
import { standardGoalFields } from '../../catalogue/standard-fields.ts'
import { attempt, everyGoal, oneCondition, type Probe, refusedText, samplesOf } from './probe.ts'

/** Which standard fields may be selected. */
export const standardFieldsProbe: Probe = {
  asks: ['standardFields'],
  async run({ read, capabilities }) {
    const required = ['Gsid']
    const optional = standardGoalFields.filter((name) => !required.includes(name))
    const { refused } = await narrowSelect({ required, optional }, (select) =>
      read('fetchGoals', everyGoal(capabilities(), { select, pageSize: 1, pageNumber: capabilities().pageBase })),
    )
    return {
      standardFields:
        refused.length === 0
          ? { state: 'yes', found: texts.allWereAccepted(standardGoalFields.length), value: [] }
          : { state: 'no', found: common.refusedFields(refused.join(', ')), value: refused },
    }
  },
}

export const selectStyleProbe: Probe = {
  asks: ['selectStyle'],
  async run({ read, capabilities }) {
    const request = everyGoal(capabilities(), {
      select: ['Gsid'],
      pageSize: 25,
      pageNumber: capabilities().pageBase,
    })
    const goals = samplesOf((await read('fetchGoals', request)).recordList)
    if (goals.length === 0) return { selectStyle: { state: 'unknown', found: texts.thereIsNoGoalToTryIt } }
    const extra = new Set(goals.flatMap(({ record }) => Object.keys(record)).filter((key) => key !== 'Gsid'))
    return {
      selectStyle:
        extra.size === 0
          ? { state: 'yes', found: texts.askedForGsidAndNothingElse }
          : { state: 'no', found: texts.askedForGsidCameAsWell([...extra].toSorted().join(', ')) },
    }
  },
}

export const statusNameProbe: Probe = {
  asks: ['statusName'],
  async run({ read, sample, capabilities }) {
    const goal = (await sample()).find(({ record }) => record.StatusId)
    if (!goal) return { statusName: { state: 'unknown', found: texts.thereIsNoGoalWithA } }
    const tried = await attempt(() =>
      read('fetchGoals', {
        select: ['Gsid', 'StatusId', 'StatusId__gr.Name'],
        where: oneCondition('Gsid', 'EQ', [goal.record.Gsid]),
        pageSize: 1,
        pageNumber: capabilities().pageBase,
      }),
    )
    if (!tried.accepted) return { statusName: { state: 'no', found: refusedText(tried.refusal) } }
    const row: Row = tried.data.recordList[0]?.dataList ?? {}
    const name = readText(row, 'StatusId__gr.Name')
    return name
      ? { statusName: { state: 'yes', found: texts.aGoalCameWithTheStatus(name) } }
      : { statusName: { state: 'no', found: texts.acceptedButNoNameCame } }
  },
}

export const associationShapeProbe: Probe = {
  asks: ['associationShape'],
  async run({ sample }) {
    const linked = (await sample()).find(({ links }) => links.CTA.length + links.SP.length > 0)
    if (!linked) return { associationShape: { state: 'unknown', found: texts.noGoalWithACtaOr } }
    const items = [...(linked.entry.associatedCTAs ?? []), ...(linked.entry.associatedSPs ?? [])]
    return typeof items[0] === 'string'
      ? { associationShape: { state: 'yes', found: texts.theArraysHoldIds } }
      : { associationShape: { state: 'no', found: texts.theArraysHoldObjects } }
  },
}

/** Asks for the misspelt field of the documented failure sample, to see how a refusal is told. */
export const errorStyleProbe: Probe = {
  asks: ['errorStyle'],
  async run({ read, capabilities }) {
    const tried = await attempt(() =>
      read(
        'fetchGoals',
        everyGoal(capabilities(), { select: ['Gsdi'], pageSize: 1, pageNumber: capabilities().pageBase }),
      ),
    )
    if (tried.accepted) return { errorStyle: { state: 'no', found: texts.aFieldThatDoesNotExist } }
    const { status, tenantCode } = tried.refusal
    return tenantCode
      ? { errorStyle: { state: 'yes', found: texts.httpWithCodeAsTheError(status, tenantCode) } }
      : { errorStyle: { state: 'no', found: texts.httpWithoutACodeAsThe(status) } }
  },
}
