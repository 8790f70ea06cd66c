import type { Channel, NoticeChannel } from '#app/deliveries/channel'
import type { DeliveryChannel } from '#app/deliveries/delivery'
import { mailChannel } from '#app/deliveries/mail_channel'
import { pushChannel } from '#app/deliveries/push_channel'

/** The ways to people outside of the product. */
export const channels: Record<DeliveryChannel, Channel> = { mail: mailChannel, push: pushChannel }

/** Those that carry what people are told inside the product; letters are written for themselves (`mails.ts`). */
export const noticeChannels: NoticeChannel[] = [pushChannel]
