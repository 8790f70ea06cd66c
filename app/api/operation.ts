import type { Scope } from '#app/access_tokens/scopes'

type ErrorClass = { code?: string; status?: number; message?: string }

/** What the description of the API says of a route beyond its validator and its answer; stands beside the route. */
export type Operation = {
  /** What generated clients call it. */
  id: string
  does: string
  about?: string
  /** What a token needs to be for it; all of them; `any` stands for every token, `open` for none at all. */
  scope: Scope | Scope[] | 'any' | 'open'
  status?: 200 | 201 | 202 | 204
  refuses?: readonly ErrorClass[]
  /** A file travels by itself, as a form of one field; it is read as it comes, and no unit is open meanwhile. */
  takes?: 'file'
  /** A client may say by If-Match what it read, and is refused when that has changed since. */
  tagged?: true
}

export const scopesOf = ({ scope }: Operation) => (scope === 'any' || scope === 'open' ? [] : [scope].flat())
