import { GainsightError } from '@goalkeeper/gainsight/error'
import { AppError } from '../http/app-error.ts'

/** The tenant was not reached, did not answer in time, or calls are stopped: no fault of ours. */
export const isNoAnswer = (error: unknown): boolean => error instanceof GainsightError || error instanceof AppError
