import { BaseTransformer } from '@adonisjs/core/transformers'
import LeadFileTransformer from '#app/leads/lead_file_transformer'
import LeadPhotoTransformer from '#app/leads/lead_photo_transformer'
import MessageTransformer from '#app/messages/message_transformer'
import NoteTransformer from '#app/notes/note_transformer'
import type { TimelineEntry } from '#app/timelines/lead_timeline'

export default class TimelineEntryTransformer extends BaseTransformer<TimelineEntry> {
  toObject() {
    const entry = this.resource
    return {
      ...this.pick(entry, [
        'id',
        'kind',
        'actor',
        'reason',
        'assignee',
        'window',
        'previous',
        'order',
        'visits',
      ]),
      at: entry.at.toISOString(),
      message: entry.message ? MessageTransformer.transform(entry.message) : null,
      note: entry.note ? NoteTransformer.transform(entry.note) : null,
      files: LeadFileTransformer.transform(entry.files),
      photos: LeadPhotoTransformer.transform(entry.photos),
      mails: entry.mails.map(({ id, state, subject, recipientKind, recipientName }) => ({
        id,
        state,
        subject,
        to: recipientName ?? 'somebody',
        isForCustomer: recipientKind === 'customer',
      })),
    }
  }
}
