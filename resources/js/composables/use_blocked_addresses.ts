import type { Data } from '@generated/data'

const REASONS = {
  bounced: 'There is no such mailbox',
  complained: 'Its owner called a mail of yours spam',
}

/** Why an address is not written to, with the words of the mail server where it had any. */
export const blockWords = ({ reason, detail }: Pick<Data.Deliveries.BlockedAddress, 'reason' | 'detail'>) =>
  reason === 'bounced' && detail
    ? `${REASONS[reason]}: ${detail.replace(/^smtp; */i, '')}`
    : `${REASONS[reason]}.`
