import type { Level } from '#app/access/levels'
import type { Action, Subject } from '#app/access/subjects'

export const STANDARD_ROLES = ['admin', 'supervisor', 'agent', 'field_user', 'associate'] as const
export type StandardRole = (typeof STANDARD_ROLES)[number]

export type Grants = { [S in Subject]?: Partial<Record<Action, Level>> }

const some = (level: Level, ...actions: Action[]) =>
  Object.fromEntries(actions.map((action) => [action, level])) as Partial<Record<Action, Level>>
const all = (...actions: Action[]) => some('all', ...actions)
const own = (...actions: Action[]) => some('own', ...actions)

const SUPERVISOR: Grants = {
  leads: all('read', 'create', 'edit', 'assign', 'delete', 'export'),
  messages: all('read', 'create'),
  orders: all('read', 'create', 'edit', 'assign', 'delete', 'export'),
  customers: all('read', 'create', 'edit', 'delete', 'export'),
  qr_codes: all('read', 'create', 'export', 'assign', 'delete'),
  lead_flows: all('read', 'create', 'edit', 'delete'),
  canned_replies: all('read', 'edit'),
  mails: all('read'),
}

const ADMIN: Grants = {
  ...SUPERVISOR,
  mails: all('read', 'create'),
  members: all('read', 'create', 'edit', 'delete'),
  roles: all('read', 'create', 'edit', 'delete', 'assign'),
  settings: all('edit'),
  single_sign_on: all('read', 'edit'),
  service_tokens: all('read', 'create', 'delete'),
  audit: all('read', 'export'),
}

const AGENT: Grants = {
  leads: all('read', 'create', 'edit', 'assign', 'delete'),
  messages: all('read', 'create'),
  orders: all('read', 'create', 'edit', 'assign', 'delete'),
  customers: all('read', 'create', 'edit', 'delete'),
  qr_codes: all('read'),
  canned_replies: all('read'),
}

const ASSOCIATE: Grants = {
  leads: own('read', 'edit'),
  messages: { ...own('read'), ...all('create') },
  orders: own('read', 'edit'),
  customers: all('read'),
  qr_codes: all('assign'),
  canned_replies: all('read'),
}

const FIELD_USER: Grants = { ...ASSOCIATE, customers: all('read', 'create', 'edit') }

/** What each standard role may do; what is not named it may not. They come with the product and are not edited. */
export const STANDARD_GRANTS: Record<StandardRole, Grants> = {
  admin: ADMIN,
  supervisor: SUPERVISOR,
  agent: AGENT,
  field_user: FIELD_USER,
  associate: ASSOCIATE,
}

/** What no role based on admin may lose, so that a company never locks itself out. */
export const KEPT_BY_ADMINS: Subject[] = ['members', 'roles']
