import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'

export const blockedAddressFiltersValidator = vine.create({ after: cursorRule().optional() })
