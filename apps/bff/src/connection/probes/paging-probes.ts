import * as texts from '@goalkeeper/texts/server/connection'
import { attempt, everyGoal, type Probe, refusedText, samplesOf } from './probe.ts'

const documentedPage = 100
/** 1,000 is the most that a sister API takes (reference 4); larger pages would only make one reply heavier. */
const pageSizes = [1000, 500, 200, 100]

export const whereOptionalProbe: Probe = {
  asks: ['whereOptional'],
  async run({ read }) {
    const tried = await attempt(() => read('fetchGoals', { select: ['Gsid'], pageSize: documentedPage, pageNumber: 1 }))
    if (!tried.accepted) return { whereOptional: { state: 'no', found: refusedText(tried.refusal) } }
    const goals = samplesOf(tried.data.recordList).length
    return { whereOptional: { state: 'yes', found: texts.aFetchWithoutAFilterGave(goals) } }
  },
}

export const pageBaseProbe: Probe = {
  asks: ['pageBase'],
  async run({ read, capabilities }) {
    const page = (pageNumber: number) =>
      read('fetchGoals', everyGoal(capabilities(), { select: ['Gsid'], pageSize: documentedPage, pageNumber }))
    const zero = await attempt(() => page(0))
    if (!zero.accepted) return { pageBase: { state: 'yes', found: texts.page0IsRefused } }
    const [first, one] = [samplesOf(zero.data.recordList), samplesOf((await page(1)).recordList)]
    if (first.length === 0 && one.length === 0)
      return { pageBase: { state: 'unknown', found: texts.thereIsNoGoalToTryIt } }
    const isSame =
      first.length === one.length && first.every(({ record }, index) => record.Gsid === one[index]?.record.Gsid)
    if (isSame) return { pageBase: { state: 'yes', found: texts.page0IsTakenForPage } }
    return { pageBase: { state: 'no', found: texts.page0IsAcceptedAndDiffers } }
  },
}

/** The largest page that is accepted and that comes full, or is known to be all there is. */
export const pageMaximumProbe: Probe = {
  asks: ['pageMaximum'],
  async run({ read, capabilities }) {
    const first = capabilities().pageBase
    const page = async (pageSize: number, pageNumber: number) =>
      samplesOf(
        (await read('fetchGoals', everyGoal(capabilities(), { select: ['Gsid'], pageSize, pageNumber }))).recordList,
      )
    for (const size of pageSizes) {
      const tried = await attempt(() => page(size, first))
      if (!tried.accepted) continue
      const came = tried.data.length
      if (came >= size) return { pageMaximum: { state: 'yes', found: texts.goalsCameOnOnePage(size), value: size } }
      const rest = await page(size, first + 1)
      if (came > 0 && rest.length > 0) {
        const found = texts.aPageOfIsAcceptedBut(size, came)
        return { pageMaximum: { state: 'no', found, value: came } }
      }
      return {
        pageMaximum: {
          state: 'yes',
          found: texts.aPageOfIsAcceptedAll(size, came),
          value: size,
        },
      }
    }
    return {
      pageMaximum: { state: 'no', found: texts.notEvenPagesOfGoalsAre(pageSizes.at(-1)), value: 25 },
    }
  },
}

/** Two equal reads prove an unstable order, and only hint at a stable one. */
export const orderProbe: Probe = {
  asks: ['orderStable'],
  async run({ read, capabilities }) {
    const { pageBase, pageMaximum } = capabilities()
    const order = async () => {
      const request = everyGoal(capabilities(), {
        select: ['Gsid'],
        pageSize: Math.min(pageMaximum, documentedPage),
        pageNumber: pageBase,
      })
      return samplesOf((await read('fetchGoals', request)).recordList).map(({ record }) => record.Gsid)
    }
    const [once, again] = [await order(), await order()]
    if (once.length < 2) return { orderStable: { state: 'unknown', found: texts.thereAreTooFewGoalsTo } }
    return once.join() === again.join()
      ? { orderStable: { state: 'yes', found: texts.pagesKeptTheirOrder } }
      : { orderStable: { state: 'no', found: texts.pagesChangedTheirOrder } }
  },
}
