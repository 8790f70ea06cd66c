import { column } from '@adonisjs/lucid/orm'
import { QrLookupSchema } from '#database/schema'

/** Leads the path of a code to its tenant, before there is one. */
export default class QrLookup extends QrLookupSchema {
  static connection = 'system'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare token: string
}
