import type { Scope } from '#app/access_tokens/scopes'

type ErrorClass = { code?: string; status?: number; message?: string }

/** What the description of the API says of a route beyond its validator and its answer; stands beside the route. */
export type Operation = {
  does: string
  about?: string
  /** What a token needs to be for it; `any` stands for every token, `open` for none at all. */
  scope: Scope | 'any' | 'open'
  status?: 200 | 201 | 204
  refuses?: ErrorClass[]
}
