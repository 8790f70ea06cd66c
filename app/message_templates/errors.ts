import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'
import { nearest } from '#app/message_templates/nearest'

/** What the author of a template has to mend, in the field where it stands. */
export class TemplateMistake extends FieldError {
  static code = 'E_TEMPLATE'
  static status = 422
  field = 'body'

  static unknown(name: string, known: readonly string[]) {
    const shown = name.slice(0, 40)
    const meant = nearest(name, known)
    const help = meant
      ? `Did you mean {{${meant}}}?`
      : `Choose one of ${known.map((one) => `{{${one}}}`).join(', ')}.`
    return new TemplateMistake(`There is no {{${shown}}} here. ${help}`)
  }

  in(field: string) {
    this.field = field
    return this
  }
}

export class TemplateChangedError extends Exception {
  static code = 'E_TEMPLATE_CHANGED'
  static status = 409
  static message =
    'Somebody else saved this wording meanwhile. Reload the page to see it; yours is not saved yet.'
}
