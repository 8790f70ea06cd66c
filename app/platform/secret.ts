import { createHash, randomBytes } from 'node:crypto'

/** A secret that opens something by itself: 256 bits, and only its hash is stored. */
export const newSecret = (prefix = '') => prefix + randomBytes(32).toString('base64url')

// The look-up goes by the hash of the whole secret, so its time tells nothing about the secret.
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
