import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

export const newWebhookSecret = () => PREFIX + randomBytes(32).toString('base64')

type Message = { id: string; sentAt: Date; payload: string }

/** The headers by which a receiver knows that a message is ours, new and whole (Standard Webhooks), a signature for each secret. */
export function signedHeaders({ id, sentAt, payload }: Message, secrets: string[]) {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signatureBy = (secret: string) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`
  }
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(signatureBy).join(' '),
  }
}
