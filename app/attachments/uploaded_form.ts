import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { open, rm } from 'node:fs/promises'
import type { HttpRequest } from '@adonisjs/core/http'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { newId } from '#app/platform/ids'
import { MAX_PHOTO_BYTES } from '#app/attachments/photo'

const WHOLE_FORM = '64mb'
const MOST_FILES = 12

/**
 * A form with files, read after its sender was let in: the files wait in temporary places until `discard`. Routes
 * that use it are named under `processManually` in config/bodyparser.ts.
 */
export class UploadedForm {
  private paths: string[] = []

  private constructor(private request: HttpRequest) {}

  static async receive(request: HttpRequest, { takesFiles = true } = {}): Promise<UploadedForm> {
    const form = new UploadedForm(request)
    if (!request.multipart) return form
    if (takesFiles) form.takeFiles()
    try {
      await request.multipart.process({ limit: WHOLE_FORM })
    } catch (error) {
      await form.discard()
      throw error
    }
    return form
  }

  /** The files of the fields `name[…]`, by what stands between the brackets. */
  files(name: string): Record<string, MultipartFile[]> {
    const given = (this.request.allFiles() as Record<string, unknown>)[name]
    const fields = given && typeof given === 'object' ? Object.entries(given) : []
    return Object.fromEntries(fields.map(([key, files]) => [key, [files].flat() as MultipartFile[]]))
  }

  file(name: string) {
    return [this.request.file(name)].flat()[0] ?? undefined
  }

  async discard() {
    await Promise.all(this.paths.map((path) => rm(path, { force: true })))
  }

  private takeFiles() {
    this.request.multipart.onFile('*', {}, async (part, progress) => {
      if (this.paths.length >= MOST_FILES) {
        for await (const chunk of part) await progress(chunk)
      } else {
        return { tmpPath: await this.keep(part, progress) }
      }
    })
  }

  // Of a file that is too large the beginning is kept, enough to know; the rest is read and dropped, so that the
  // fields behind it still arrive.
  private async keep(part: AsyncIterable<Buffer>, progress: (chunk: Buffer) => void) {
    const path = join(tmpdir(), `latchkey-${newId()}`)
    this.paths.push(path)
    const file = await open(path, 'wx', 0o600)
    try {
      let kept = 0
      for await (const chunk of part) {
        await progress(chunk)
        if (kept <= MAX_PHOTO_BYTES) await file.write(chunk)
        kept += chunk.length
      }
    } finally {
      await file.close()
    }
    return path
  }
}
