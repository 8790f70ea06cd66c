import { appUrl } from '#config/app'
import { GROUP_SCHEMA } from '#app/single_sign_on/scim_group_resource'
import { USER_SCHEMA } from '#app/single_sign_on/scim_user_resource'
import { MOST_RESULTS } from '#app/single_sign_on/scim_page'

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
const at = (path: string) => `${appUrl}/scim/v2/${path}`

type Attribute = {
  name: string
  type?: 'string' | 'boolean' | 'complex' | 'reference'
  referenceTypes?: string[]
  description: string
  required?: boolean
  multiValued?: boolean
  mutability?: 'readOnly' | 'readWrite' | 'immutable'
  uniqueness?: 'none' | 'server'
  subAttributes?: object[]
}

const attribute = ({ type = 'string', ...rest }: Attribute) => ({
  type,
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...rest,
})
const value = (description: string) => attribute({ name: 'value', description })
const kind = attribute({ name: 'type', description: 'What it is for, such as work.' })
const primary = attribute({ name: 'primary', type: 'boolean', description: 'Whether it is the main one.' })

export const serviceProviderConfig = () => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token made under Settings, Single sign-on.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: at('ServiceProviderConfig') },
})

/** Groups are teams. Roles are no groups: they follow the directory's roles by the map of the connection. */
export const resourceTypes = () => [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'Members of the company',
    schema: USER_SCHEMA,
    meta: { resourceType: 'ResourceType', location: at('ResourceTypes/User') },
  },
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'Group',
    name: 'Group',
    endpoint: '/Groups',
    description: 'Teams of the company',
    schema: GROUP_SCHEMA,
    meta: { resourceType: 'ResourceType', location: at('ResourceTypes/Group') },
  },
]

export const schemas = () => [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id: USER_SCHEMA,
    name: 'User',
    description: 'A member of the company',
    attributes: [
      attribute({
        name: 'userName',
        description: 'The name in the directory.',
        required: true,
        uniqueness: 'server',
      }),
      attribute({ name: 'displayName', description: 'The name as others see it.' }),
      attribute({
        name: 'name',
        type: 'complex',
        description: 'Kept as one name.',
        subAttributes: ['formatted', 'givenName', 'familyName'].map((name) =>
          attribute({ name, description: 'A part of the name.' })
        ),
      }),
      attribute({
        name: 'emails',
        type: 'complex',
        multiValued: true,
        mutability: 'immutable',
        description:
          'The address that the member signs in by. Later ones are passed over: only its owner changes it.',
        subAttributes: [value('The address.'), kind, primary],
      }),
      attribute({
        name: 'phoneNumbers',
        type: 'complex',
        multiValued: true,
        description: 'The main one is kept.',
        subAttributes: [value('The number.'), kind, primary],
      }),
      attribute({ name: 'active', type: 'boolean', description: 'Whether the member may enter.' }),
      attribute({
        name: 'roles',
        type: 'complex',
        multiValued: true,
        description: 'Roles at the identity provider; the company’s map leads from them to its own.',
        subAttributes: [value('The role.'), primary],
      }),
    ],
    meta: { resourceType: 'Schema', location: at(`Schemas/${USER_SCHEMA}`) },
  },
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id: GROUP_SCHEMA,
    name: 'Group',
    description: 'A team of the company',
    attributes: [
      attribute({
        name: 'displayName',
        description: 'The name of the team.',
        required: true,
        uniqueness: 'server',
      }),
      attribute({
        name: 'members',
        type: 'complex',
        multiValued: true,
        description: 'Who belongs to the team: users only. Teams below it are not told.',
        subAttributes: [
          attribute({ name: 'value', description: 'The id of the user.', mutability: 'immutable' }),
          attribute({
            name: '$ref',
            type: 'reference',
            referenceTypes: ['User'],
            description: 'The address of the user.',
            mutability: 'readOnly',
          }),
          attribute({ name: 'type', description: 'Always User.', mutability: 'readOnly' }),
          attribute({ name: 'display', description: 'The name of the user.', mutability: 'readOnly' }),
        ],
      }),
    ],
    meta: { resourceType: 'Schema', location: at(`Schemas/${GROUP_SCHEMA}`) },
  },
]

export const listOf = (resources: object[]) => ({
  schemas: [LIST],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
})
