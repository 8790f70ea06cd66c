import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class LeadFlowChangedError extends Exception {
  static code = 'E_LEAD_FLOW_CHANGED'
  static status = 409
  static message =
    'Somebody else saved this flow meanwhile. Reload the page to see their changes; yours are not saved yet.'
}

export class LeadFlowInUseError extends Exception {
  static code = 'E_LEAD_FLOW_IN_USE'
  static status = 409
  static message =
    'This is the flow of every code without one of its own. Make another flow the standard first.'
}

export class LeadFlowUnpublishedError extends Exception {
  static code = 'E_LEAD_FLOW_UNPUBLISHED'
  static status = 409
  static message = 'Publish this flow before it can be the standard.'
}

export class LeadFlowEmptyError extends Exception {
  static code = 'E_LEAD_FLOW_EMPTY'
  static status = 422
  static message = 'Add at least one question before publishing.'
}

export class LeadFlowPathTakenError extends FieldError {
  static code = 'E_LEAD_FLOW_PATH_TAKEN'
  static status = 422
  static message = 'Another flow has this address already. Choose a different one.'
  field = 'path'
}
