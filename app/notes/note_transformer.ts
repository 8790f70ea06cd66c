import { BaseTransformer } from '@adonisjs/core/transformers'
import type Note from '#app/notes/note'

export default class NoteTransformer extends BaseTransformer<Note> {
  toObject() {
    const note = this.resource
    return {
      ...this.pick(note, ['id', 'leadId', 'authorName', 'body']),
      createdAt: note.createdAt.toUTC().toISO()!,
    }
  }
}
