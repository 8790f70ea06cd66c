import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'
import { sayIn } from '#app/platform/say'

/** A file that was not taken in. */
export class FileRefusedError extends FieldError {
  static status = 422
  field = 'file'

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options)
    this.message = sayIn('en')(this.key)
  }

  /** What its sender is told, in `resources/lang`. */
  get key() {
    return `photos.${this.code!.replace(/^E_(PHOTO_)?/, '').toLowerCase()}`
  }
}

export class PhotoTooLargeError extends FileRefusedError {
  static code = 'E_PHOTO_TOO_LARGE'
}

export class PhotoTooManyPixelsError extends FileRefusedError {
  static code = 'E_PHOTO_TOO_MANY_PIXELS'
}

export class PhotoHeicError extends FileRefusedError {
  static code = 'E_PHOTO_HEIC'
}

/** Of a colleague: neither a photo nor a document. */
export class NotAFileError extends FileRefusedError {
  static code = 'E_NOT_A_FILE'
}

export class FileTooLargeError extends FileRefusedError {
  static code = 'E_FILE_TOO_LARGE'
}

export class ScriptedDocumentError extends FileRefusedError {
  static code = 'E_SCRIPTED_DOCUMENT'
}

export class FileGoneError extends FieldError {
  static code = 'E_FILE_GONE'
  static status = 422
  static message = 'A file of this message is no longer there. Remove it, add it again, then send.'
  field = 'attachments'
}

/** What should be on the disk is not there, or cannot be read just now. */
export class FileMissingError extends Exception {
  static code = 'E_FILE_MISSING'
  static status = 404
  static message = 'This file cannot be read at the moment.'
}

export class NotAPhotoError extends FileRefusedError {
  static code = 'E_NOT_A_PHOTO'
}

/** All that an upload may be refused for, as the description of the API says it. */
export const REFUSED_FILES = [
  {
    code: NotAFileError.code,
    status: 422,
    message: 'The file is neither a photo nor a document that is taken.',
  },
  { code: PhotoTooLargeError.code, status: 422, message: 'The photo is larger than 10 MB.' },
  { code: PhotoTooManyPixelsError.code, status: 422, message: 'The photo has more than 50 megapixels.' },
  {
    code: PhotoHeicError.code,
    status: 422,
    message: 'The photo is in the HEIC format. Save it as JPEG first.',
  },
  { code: FileTooLargeError.code, status: 422, message: 'The document is larger than 10 MB.' },
  {
    code: ScriptedDocumentError.code,
    status: 422,
    message: 'The document runs scripts, or carries or fetches other files.',
  },
]
