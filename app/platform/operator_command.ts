import { BaseCommand } from '@adonisjs/core/ace'

/** A command that an operator types: what it will not or cannot do, it says in a line, and ends with 1. */
export abstract class OperatorCommand extends BaseCommand {
  protected refuse(words: string) {
    this.logger.error(words)
    this.exitCode = 1
  }
}
