import type { HttpRequest } from '@adonisjs/core/http'
import { sayIn, type Say } from '#app/platform/say'
import { FormFiles } from '#app/attachments/form_files'
import type { UploadedForm } from '#app/platform/http/uploaded_form'
import { cleaned } from '#app/lead_flows/answer_sheet'
import Message from '#app/messages/message'
import { languageFor, readerOf } from '#app/requests/language'
import type { FormStamp } from '#app/requests/form_stamp'
import type { RequestLink } from '#app/requests/request_link'
import type { Composed } from '#app/requests/status_page'

const LONGEST = 4000
const FIELD = 'message'

type Post = { link: RequestLink; request: HttpRequest; upload: UploadedForm; wait: number }

/** A message from a customer that came in, with its files. */
export class PostedMessage {
  readonly body: string
  readonly problem: string | null
  private stamp: FormStamp

  private constructor(
    private link: RequestLink,
    private files: FormFiles,
    private say: Say,
    request: HttpRequest,
    wait: number
  ) {
    const stamp = link.readStamp(request.input('stamp'))
    this.body = cleaned(request.input('body'))[0] ?? ''
    this.stamp = stamp ?? link.messageStamp()
    this.problem = this.problemOf(request, wait, stamp !== null)
  }

  static async read({ link, request, upload, wait }: Post) {
    const given = {
      files: { ...upload.files('photos'), ...upload.files('files') },
      references: { [FIELD]: request.input('held') },
      takesDocuments: () => true,
    }
    const say = sayIn(languageFor(readerOf(request)))
    return new PostedMessage(link, await FormFiles.gather(given, link.unit, say), say, request, wait)
  }

  send() {
    const { all } = this.files
    const what = all.every(({ isPhoto }) => isPhoto) ? 'sent_photos' : 'sent_own_files'
    const body = this.body || this.say(`status.message.${what}`, { count: all.length })
    return this.link.run(async (lead) => {
      const message = await Message.post({ lead, author: 'customer', body, key: this.stamp.key })
      if (message.$isLocal) for (const file of all) await file.attachTo(lead, message)
      return message
    })
  }

  /** All that was written and added, to be given back. */
  async composed(): Promise<Composed> {
    return {
      body: this.body,
      problem: this.problem!,
      stamp: this.stamp,
      held: await this.files.shown(FIELD),
    }
  }

  private problemOf(request: HttpRequest, wait: number, isKnown: boolean) {
    const refused = this.files.refusals[FIELD]
    if (wait) return this.say('status.message.wait')
    if (refused) return refused.join(' ')
    if (!this.body && !this.files.all.length) return this.say('status.message.empty')
    if (this.body.length > LONGEST) return this.say('status.message.too_long', { limit: LONGEST })
    if (request.input('website')) return this.say('status.message.like_a_robot')
    return isKnown ? null : this.say('status.message.renewed')
  }
}
