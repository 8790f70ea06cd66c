import { createReadStream } from 'node:fs'
import drive from '@adonisjs/drive/services/main'
import logger from '@adonisjs/core/services/logger'
import { givesAddresses } from '#config/drive'
import { openFile } from '#app/platform/open_file'
import { FileMissingError } from '#app/attachments/errors'

const TRIES = 3

/** Files go to the disk and come from it piece by piece: none is ever whole in memory. */
export const disk = {
  /** A stream cannot be sent twice, so that the vendor's client tries nothing again by itself. */
  async put(key: string, file: { path: string; sizeBytes: number; contentType: string }) {
    for (let attempt = 1; ; attempt += 1) {
      const { contentType, sizeBytes: contentLength } = file
      const content = createReadStream(file.path)
      try {
        await drive.use().putStream(key, content, { contentType, contentLength })
        return
      } catch (error) {
        if (attempt === TRIES) throw error
      } finally {
        content.destroy()
      }
    }
  },

  /** Where browsers fetch a file by themselves for a minute, in these words; nothing where it has to come through us, or is gone. */
  async addressOf(key: string, words: { contentType: string; contentDisposition: string }) {
    const isFetched = givesAddresses() && (await drive.use().exists(key))
    return isFetched ? drive.use().getSignedUrl(key, { expiresIn: '1 minute', ...words }) : null
  },

  async read(key: string) {
    try {
      return await openFile(key)
    } catch (error) {
      logger.error({ err: error, key }, 'A file of ours cannot be read')
      throw new FileMissingError(undefined, { cause: error })
    }
  },
}
