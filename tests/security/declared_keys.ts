import { HttpRequest } from '@adonisjs/core/http'

/** Listens to what controllers validate: the keys that a route says it takes. */
export class DeclaredKeys {
  #names = new Set<string>()

  constructor() {
    const names = this.#names
    const validate = HttpRequest.prototype.validateUsing
    HttpRequest.prototype.validateUsing = function (this: HttpRequest, validator: never, ...rest: never[]) {
      for (const name of namesIn(validator)) names.add(name)
      return validate.call(this, validator, ...rest) as never
    } as typeof validate
    this.stop = () => {
      HttpRequest.prototype.validateUsing = validate
    }
  }

  stop: () => void

  /** What was asked for since the last time. */
  take() {
    const taken = [...this.#names]
    this.#names.clear()
    return taken
  }
}

function namesIn(validator: { toJSON(): { schema: { schema: unknown } } }) {
  const { properties = [] } = validator.toJSON().schema.schema as { properties?: { fieldName: string }[] }
  return properties.map(({ fieldName }) => fieldName)
}
