import { Exception } from '@adonisjs/core/exceptions'

export class DownloadOverError extends Exception {
  static code = 'E_DOWNLOAD_OVER'
  static status = 403
  static message = 'Your access to this company ended while the file was on its way.'
}
