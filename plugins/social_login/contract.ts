/** Somebody as a provider of social sign-in describes them, after it has recognised them. */
export type SocialPerson = {
  /** Never passes on to somebody else at this provider, unlike addresses and names. */
  subject: string
  name: string
  /** An address that the provider has verified to be theirs; `null` when there is none. */
  email: string | null
  /** Whether the provider runs the mailbox itself, so that the address is theirs today and not only when it was verified. */
  isMailboxOwner: boolean
}

/** What the product asks of a driver beyond what `@adonisjs/ally` asks: who a token stands for. */
export interface SocialDriver {
  /** Rejects, as `accessToken()` does, with `SocialLoginError` or an `OutgoingRequestError` when the provider does not say. */
  personOf(accessToken: string): Promise<SocialPerson>
}
