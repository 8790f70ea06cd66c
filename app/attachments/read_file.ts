import { Document } from '#app/attachments/document'
import { NotAFileError, NotAPhotoError } from '#app/attachments/errors'
import { Photo } from '#app/attachments/photo'

/** A file that somebody sent, by what is in it: a document, else a photo. */
export async function readFile(path: string): Promise<Photo | Document> {
  const document = await Document.read(path)
  if (document) return document
  try {
    return await Photo.read(path)
  } catch (error) {
    throw error instanceof NotAPhotoError ? new NotAFileError(undefined, { cause: error }) : error
  }
}
