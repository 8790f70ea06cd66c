import { once } from 'node:events'
import drive from '@adonisjs/drive/services/main'

/** A file of the drive, begun, so that it is there: a stream that fails before its reader listens would end the process. */
export async function openFile(key: string) {
  const content = await drive.use().getStream(key)
  content.on('error', () => {})
  await once(content, 'readable')
  return content
}
