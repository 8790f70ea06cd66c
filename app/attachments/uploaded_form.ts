import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, open, rm } from 'node:fs/promises'
import type { HttpRequest } from '@adonisjs/core/http'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { MAX_PHOTO_BYTES } from '#app/attachments/photo'

const WHOLE_FORM = '64mb'
const MOST_FILES = 12

/**
 * A form with files, read after its sender was let in: the files wait in a folder of their own until `discard`,
 * with whatever is made of them there. Routes that use it are named under `processManually` in config/bodyparser.ts.
 */
export class UploadedForm {
  private folder: Promise<string> | null = null
  private count = 0

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
    if (this.folder) await rm(await this.folder, { recursive: true })
  }

  private takeFiles() {
    this.request.multipart.onFile('*', {}, async (part, progress) => {
      if (this.count >= MOST_FILES) {
        for await (const chunk of part) await progress(chunk)
      } else {
        return { tmpPath: await this.keep(part, progress) }
      }
    })
  }

  // Of a file that is too large the beginning is kept, enough to know; the rest is read and dropped, so that the
  // fields behind it still arrive.
  private async keep(part: AsyncIterable<Buffer>, progress: (chunk: Buffer) => void) {
    this.count += 1
    const name = String(this.count)
    this.folder ??= mkdtemp(join(tmpdir(), 'latchkey-form-'))
    const path = join(await this.folder, name)
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
