import { Exception } from '@adonisjs/core/exceptions'

/** A photo that was not taken in; the message is for the person who sent it. */
export class PhotoRefusedError extends Exception {
  static status = 422

  /** Its words in `resources/lang`, for customers. */
  get key() {
    return `photos.${this.code!.replace(/^E_(PHOTO_)?/, '').toLowerCase()}`
  }
}

export class PhotoTooLargeError extends PhotoRefusedError {
  static code = 'E_PHOTO_TOO_LARGE'
  static message = 'This photo is larger than 10 MB. Choose a smaller one.'
}

export class PhotoTooManyPixelsError extends PhotoRefusedError {
  static code = 'E_PHOTO_TOO_MANY_PIXELS'
  static message = 'This photo has more than 50 megapixels. Send a screenshot of it instead.'
}

export class PhotoHeicError extends PhotoRefusedError {
  static code = 'E_PHOTO_HEIC'
  static message =
    'This photo is in the HEIC format, which we cannot read. Send a screenshot of it, or save it as JPEG first.'
}

export class NotAPhotoError extends PhotoRefusedError {
  static code = 'E_NOT_A_PHOTO'
  static message = 'This file is not a photo that we can read. Send it as JPEG, PNG or WebP.'
}
