import { createHash } from 'node:crypto'

export type Link = { position: number; eventId: string; digest: Buffer; link: Buffer }

/** The digest of an event that was gone before it had a place in the chain. */
export const GONE = Buffer.alloc(32)

/** What the first link of a company follows. */
export const originOf = (tenantId: string) => createHash('sha256').update(`latchkey:${tenantId}`).digest()

/** A link vouches for the one before it, its own place, its event and what that said. */
export function linkAfter(previous: Buffer, { position, eventId, digest }: Omit<Link, 'link'>) {
  return createHash('sha256').update(previous).update(`${position}:${eventId}:`).update(digest).digest()
}
