import type { ApiClient } from '@japa/api-client'
import ScimToken from '#app/single_sign_on/scim_token'
import { makeCompany } from '#tests/factories'
import { connect } from '#tests/test_issuer'

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const ISSUER = 'https://issuer.example'

/** A directory with a token of the company, as it sends its requests. */
export class Directory {
  constructor(
    private client: ApiClient,
    readonly token: string
  ) {}

  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, headers = {}) {
    const request = this.client.request(`/scim/v2/${path}`, method).bearerToken(this.token).headers(headers)
    return body ? request.json(body).header('content-type', 'application/scim+json') : request
  }

  async get<Body>(path: string) {
    const answer = await this.send('GET', path)
    answer.assertStatus(200)
    return bodyOf<Body>(answer)
  }

  async create<Body>(resource: object, path = 'Users') {
    const answer = await this.send('POST', path, { schemas: [USER], ...resource })
    answer.assertStatus(201)
    return bodyOf<Body>(answer)
  }

  async patch<Body>(id: string, ...operations: object[]) {
    return this.patchAt<Body>(`Users/${id}`, ...operations)
  }

  async patchAt<Body>(path: string, ...operations: object[]) {
    const answer = await this.send('PATCH', path, { schemas: [PATCH], Operations: operations })
    answer.assertStatus(200)
    return bodyOf<Body>(answer)
  }
}

export const bodyOf = <Body>(answer: { text(): string; body(): unknown }) => {
  const body = answer.body()
  const text = Buffer.isBuffer(body) ? body.toString() : answer.text()
  return JSON.parse(text) as Body
}

export async function withDirectory(client: ApiClient) {
  const company = await makeCompany()
  const { domain, address } = await connect(company, ISSUER)
  const token = await company.inside(() => ScimToken.mint('Directory'))
  return { company, domain, address, directory: new Directory(client, token) }
}
