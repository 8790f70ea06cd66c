import { Exception } from '@adonisjs/core/exceptions'

/** A photo that was not taken in. */
export class PhotoRefusedError extends Exception {
  static status = 422

  /** What its sender is told, in `resources/lang`. */
  get key() {
    return `photos.${this.code!.replace(/^E_(PHOTO_)?/, '').toLowerCase()}`
  }
}

export class PhotoTooLargeError extends PhotoRefusedError {
  static code = 'E_PHOTO_TOO_LARGE'
}

export class PhotoTooManyPixelsError extends PhotoRefusedError {
  static code = 'E_PHOTO_TOO_MANY_PIXELS'
}

export class PhotoHeicError extends PhotoRefusedError {
  static code = 'E_PHOTO_HEIC'
}

export class NotAPhotoError extends PhotoRefusedError {
  static code = 'E_NOT_A_PHOTO'
}
