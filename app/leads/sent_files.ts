import Attachment from '#app/attachments/attachment'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import LeadFileTransformer from '#app/leads/lead_file_transformer'
import LeadPhotoTransformer from '#app/leads/lead_photo_transformer'

/** What came with a request, as far as somebody may see it; what came with its messages stands beside those. */
export async function sentFiles(lead: Lead, reader: User) {
  const sent = await Attachment.shownTo(reader, lead).whereNull('messageId')
  return {
    photos: LeadPhotoTransformer.transform(sent.filter(({ isPhoto }) => isPhoto)),
    files: LeadFileTransformer.transform(sent.filter(({ isPhoto }) => !isPhoto)),
  }
}
