import type { Frozen, Shape } from './payloads.js'

export const CATALOGUE = 'docs/events.md'

/** The messages of the specification, by the names that it gives them. */
export const MESSAGES = [
  ['User created', 'user.created', 'Somebody, or a program, belongs to the company now.'],
  ['User updated', 'user.updated', 'The name or phone of a member is another; `changed` names which.'],
  ['User updated', 'user.role_changed', 'A member may do something else now.'],
  ['User deactivated', 'user.deactivated', 'A member is out, with all their sessions and tokens.'],
  ['Company created', 'tenant.created', 'The operator, or its founder, has opened a company.'],
  ['Company updated', 'tenant.updated', 'Its details are others; `changed` names which.'],
  [
    'Company deactivated',
    'tenant.deactivated',
    'Its desk is closed and its codes are frozen; nothing is deleted.',
  ],
  ['Lead created', 'lead.created', 'A customer, or a colleague for them, has sent a request.'],
  ['Lead converted', 'lead.converted', 'The request has become an order, with its first visit.'],
  ['Customer created', 'customer.created', 'A customer was added, by the desk, on the road, by list or API.'],
  [
    'Customer associated',
    'qr_code.assigned',
    'A code belongs to a customer now, who may have had another before.',
  ],
  ['Message created', 'message.created', 'One side of a request has written to the other.'],
  ['Message read', 'message.read', 'The other side has seen it.'],
] as const

/** The page that describes every message, for people. */
export function catalogueOf(frozen: Frozen) {
  const named = MESSAGES.map(([title, name, says]) => {
    const version = latest(frozen[name])
    return `| ${title} | \`${name}\` | ${version} | ${says} | ${keysOf(frozen[name][version])} |`
  })
  const others = Object.entries(frozen)
    .filter(([name]) => !MESSAGES.some(([, one]) => one === name))
    .map(
      ([name, versions]) => `| \`${name}\` | ${latest(versions)} | ${keysOf(versions[latest(versions)])} |`
    )
  return `# Messages on the bus

Made by \`npm run generate\` from the types of the events; a test fails when one is not like the other. Each version of each message has
a JSON schema (2020-12) in [event_schemas.json](event_schemas.json) under \`$defs\`, by name and version: \`lead.created/1\`. A version that
was published stays as it is: what changes gets a new version, and readers get the earlier ones as what they are today. Keys may be added.

A message is JSON: \`v id tenantId seq name version occurredAt actor subject data requestId\`. It arrives at least once, with the same
\`id\`; \`seq\` counts the events of one subject. \`data\` carries ids and facts, never secrets and nothing that a customer wrote.

## Of the specification

| message | name | version | when | data |
| --- | --- | --- | --- | --- |
${named.join('\n')}

## All others

| name | version | data |
| --- | --- | --- |
${others.join('\n')}
`
}

const latest = (versions: Record<string, Shape>) =>
  Object.keys(versions).sort((a, b) => Number(b) - Number(a))[0]

const keysOf = (shape: Shape) =>
  typeof shape === 'string'
    ? '–'
    : Object.keys(shape)
        .map((key) => `\`${key}\``)
        .join(' ') || '–'
