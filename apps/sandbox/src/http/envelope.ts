import { randomUUID } from 'node:crypto'

/** The goal API's success (customer-goals-api.txt). */
export function goalSuccess(data: unknown) {
  return {
    result: true,
    errorCode: null,
    errorDesc: null,
    localizedErrorDesc: null,
    requestId: randomUUID(),
    data,
    message: null,
    localizedMessage: null,
  }
}

/** The success of every other API: the same without the localised keys (reference 1.3). */
export function success(data: unknown) {
  return { result: true, errorCode: null, errorDesc: null, requestId: randomUUID(), data, message: null }
}

export function failure(code: string, message: string, data: unknown = null) {
  return { result: false, errorCode: code, errorDesc: message, requestId: randomUUID(), data, message: null }
}

/** What the gateway in front of all APIs says; it has no `data` (reference 1.4). */
export function gatewayFailure(code: string, message: string) {
  return { result: false, errorCode: code, errorDesc: message, requestId: randomUUID(), message }
}
