import { HttpRequest } from '@adonisjs/core/http'

const PROPER = /^[\w.:-]{1,128}$/

/** A client may name its request, in a form that is safe in logs; under any other name it gets one of ours. */
export function refuseOddRequestIds() {
  const { id } = HttpRequest.prototype
  HttpRequest.prototype.id = function (this: HttpRequest) {
    const { headers } = this.request
    const given = headers['x-request-id']
    if (given !== undefined && !PROPER.test(String(given))) delete headers['x-request-id']
    return id.call(this)
  }
}
