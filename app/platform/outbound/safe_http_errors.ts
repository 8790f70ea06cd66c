import { Exception } from '@adonisjs/core/exceptions'

/** What every refused or failed outgoing request is; `code` says why, `message` can be shown to whoever named the address. */
export abstract class OutgoingRequestError extends Exception {
  static status = 502
}

/** Not an address that we call: unreadable, not https, with a name and password inside, or at an unusual port. */
export class AddressRefusedError extends OutgoingRequestError {
  static code = 'E_OUTGOING_ADDRESS_REFUSED'
  static message = 'Give a full web address that begins with https:// and holds no user name or password.'
}

export class PrivateAddressError extends OutgoingRequestError {
  static code = 'E_OUTGOING_PRIVATE_ADDRESS'
  static message = 'This address leads into a private network, so it is not called. Give a public one.'
}

export class NameUnknownError extends OutgoingRequestError {
  static code = 'E_OUTGOING_NAME_UNKNOWN'
  static message = 'There is no server of this name. Check the address for a typing mistake.'
}

export class NoAnswerError extends OutgoingRequestError {
  static code = 'E_OUTGOING_NO_ANSWER'
  static message = 'The server could not be reached or broke off. Try again later, or check the address.'
}

export class TimedOutError extends OutgoingRequestError {
  static code = 'E_OUTGOING_TIMED_OUT'
  static message = 'The server took too long to answer. Try again later.'
}

export class TlsFailedError extends OutgoingRequestError {
  static code = 'E_OUTGOING_TLS_FAILED'
  static message = 'The server has no certificate that can be trusted for this name, so nothing was sent.'
}

export class AnswerTooLargeError extends OutgoingRequestError {
  static code = 'E_OUTGOING_TOO_LARGE'
  static message = 'The server answered with more than is accepted here.'
}

export class TooManyRedirectsError extends OutgoingRequestError {
  static code = 'E_OUTGOING_TOO_MANY_REDIRECTS'
  static message = 'The server passes requests on too many times. Give the address where that ends.'
}

/** Passed on where no redirect is wanted, from https to http, or to another server with a body. */
export class RedirectRefusedError extends OutgoingRequestError {
  static code = 'E_OUTGOING_REDIRECT_REFUSED'
  static message =
    'The server passes requests on in a way that is not safe. Give the address where that ends.'
}
