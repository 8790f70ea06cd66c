import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, open, rm } from 'node:fs/promises'
import type { HttpRequest } from '@adonisjs/core/http'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { printableAll } from '#app/platform/printable'

/** Of one file that somebody sends. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
const WHOLE_FORM = '64mb'
const MOST_FILES = 12

type Options = { takesFiles?: boolean }

/**
 * A form with files, read by its controller after its sender was let in: no other reads what somebody uploads. The files wait
 * in a folder of their own, with whatever is made of them there, until the work is done.
 */
export class UploadedForm {
  private folder: Promise<string> | null = null
  private count = 0

  private constructor(private request: HttpRequest) {}

  static async receive<T>(
    request: HttpRequest,
    work: (form: UploadedForm) => Promise<T>,
    { takesFiles = true }: Options = {}
  ): Promise<T> {
    const form = new UploadedForm(request)
    try {
      if (request.multipart) await form.read(takesFiles)
      return await work(form)
    } finally {
      await form.discard()
    }
  }

  get hasFiles() {
    return this.count > 0
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

  private async read(takesFiles: boolean) {
    if (takesFiles) this.takeFiles()
    await this.request.multipart.process({ limit: WHOLE_FORM })
    this.request.updateBody(printableAll(this.request.body()))
  }

  private async discard() {
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
        if (kept <= MAX_FILE_BYTES) await file.write(chunk)
        kept += chunk.length
      }
    } finally {
      await file.close()
    }
    return path
  }
}
