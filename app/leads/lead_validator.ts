import { LEAD_SOURCES } from '#app/leads/lead_submission'
import vine from '@vinejs/vine'
import { limited } from '#app/access/field_rules'
import type { Writing } from '#app/access/fields'
import { dayRule } from '#app/platform/day_rule'
import { phoneRule } from '#app/platform/phone_rule'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { LEAD_STATUSES } from '#app/leads/lead'
import { LEAD_REPLIES } from '#app/leads/lead_list'

const filters = () => ({
  status: vine.enum(LEAD_STATUSES).optional(),
  source: vine.enum(LEAD_SOURCES).optional(),
  assignee: vine.unionOfTypes([vine.literal('me'), vine.literal('none'), vine.string().uuid()]).optional(),
  team: vine.string().uuid().optional(),
  search: vine.string().trim().maxLength(100).optional(),
  from: dayRule().optional(),
  until: dayRule().optional(),
  reply: vine.enum(LEAD_REPLIES).optional(),
  messages: vine.literal('unread').optional(),
})

export const leadExportValidator = vine.create(filters())

export const leadFiltersValidator = vine.create({
  ...filters(),
  sort: vine.enum(['-createdAt', 'createdAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
  count: vine.boolean().optional(),
})

export const leadIdValidator = vine.create({ params: vine.object({ id: vine.string().uuid() }) })

export const assignmentValidator = vine.create({
  assigneeId: vine.string().uuid().nullable(),
  /** Nobody has the lead, but this team is to see to it; left out, the team stays as it is. */
  teamId: vine.string().uuid().nullable().optional(),
})

export const lossValidator = vine.create({ reason: vine.string().trim().minLength(1).maxLength(500) })

const line = (length: number) => vine.string().trim().maxLength(length)

type Meta = { country: string; writing: Writing }

// Without a way to reach them a request could not be answered; but nobody is asked for what their role keeps from them.
const reachable = vine.createRule(
  (_, __, field) => {
    const { contactPhone, contactEmail } = field.parent as { contactPhone?: unknown; contactEmail?: unknown }
    const { levelOf } = (field.meta as Meta).writing
    const asked = ['contactPhone', 'contactEmail'].find((key) => levelOf(key) === 'edit')
    if (!contactPhone && !contactEmail && asked === field.name)
      field.report('Enter a phone number or an e-mail address.', 'reachable', field)
  },
  { implicit: true }
)

/** Which of the customer's contacts asked, and for which of their sites. */
const parts = () => ({
  contactId: vine.string().uuid().nullable().optional(),
  siteId: vine.string().uuid().nullable().optional(),
})

/** A request that somebody tells the office. */
export const newLeadValidator = vine.withMetaData<Meta>().create({
  contactName: line(120).minLength(1),
  ...limited('leads', {
    contactPhone: phoneRule().nullable().optional().use(reachable()),
    contactEmail: line(254).email().nullable().optional().use(reachable()),
    address: line(300).nullable().optional(),
  }),
  summary: line(2000).minLength(1),
  customerId: vine.string().uuid().nullable().optional(),
  ...parts(),
  /** The same key again is the same lead. */
  key: vine.string().uuid().nullable().optional(),
})

export const leadValidator = vine.withMetaData<Meta>().create({
  contactName: line(120).minLength(1).optional(),
  ...limited('leads', {
    contactPhone: phoneRule().nullable().optional(),
    contactEmail: line(254).email().nullable().optional(),
    address: line(300).nullable().optional(),
  }),
  summary: line(2000).minLength(1).optional(),
  ...parts(),
})

export const partyValidator = vine.create(parts())

export const leadSearchValidator = vine.create({
  q: line(100).minLength(1),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})
