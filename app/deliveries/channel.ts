import type { Outcome } from '#app/platform/sending/posting'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import type Delivery from '#app/deliveries/delivery'
import type { DeliveryChannel } from '#app/deliveries/delivery'

export type Address = {
  /** Names the place for ever: a mail address, a phone number, the id of a device. Never what opens it. */
  address: string
  /** Whose it is, in words for the record of deliveries. */
  name: string
}

/** Something to be told, in words that its reader may know. */
export type Notice = {
  title: string
  body: string | null
  /** Where the reader goes from there: an address inside this installation. */
  url: string
}

/** Words as a channel keeps them on the row of a delivery. */
export type Content = { subject: string; bodyHtml: string; bodyText: string; url: string }

export type HandOver = () => Promise<Outcome>

export type Sending = {
  company: Tenant
  /** Of the reader, for the times in a text. */
  timeZone: string
}

/**
 * A way to people outside of the product: e-mail and web push are two. Text messages are a third once they fill this contract, stand in
 * `channels.ts`, `CHANNELS` and the check of `deliveries.channel`, and have a provider in `config/providers.ts`. The rest is the same for all: one row of
 * `deliveries` for each address, preferences, quiet hours and intervals, turns, tries, resending. Every channel passes
 * `tests/functional/notifications/channel_conformance.ts`. What is shown inside the product is not sent: it is written in the unit in
 * which it is told (`Notification.tell`).
 */
export interface Channel {
  readonly name: DeliveryChannel

  /** Where this person is reached now, in a stable order. Empty: nowhere, and then nothing is owed to them here. */
  addressesOf(user: User): Promise<Address[]>

  /** Several that were held back as one, in the order given: it says how many, and names at least the last ones. */
  gather(held: Delivery[], sending: Sending): Promise<Content>

  /**
   * Reads what it takes to hand one over, in a unit of its company, and resolves to what does so, outside any unit of work, and
   * says what became of it. That never throws for what the far side says or does: `sent` once it has taken the message, `failed` when it never will, `later` when it may (with `retryAfter` in seconds where it named a
   * time), `unknown` when nobody can know. Where a second copy does no harm, `later` is right instead of `unknown`.
   */
  prepare(delivery: Delivery): Promise<HandOver>
}

/** One that carries what people are told inside the product. */
export interface NoticeChannel extends Channel {
  /** Puts a notice into its form; the same notice gives the same content. */
  write(notice: Notice, sending: Sending): Promise<Content>
}
