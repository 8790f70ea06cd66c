import { Archive } from '#app/attachments/archive'
import { fetches } from '#app/attachments/part_relations'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
/** By the part that makes it one. */
const OF_PART = {
  'word/document.xml': { extension: 'docx', contentType: `${OPEN_XML}.wordprocessingml.document` },
  'xl/workbook.xml': { extension: 'xlsx', contentType: `${OPEN_XML}.spreadsheetml.sheet` },
  'ppt/presentation.xml': { extension: 'pptx', contentType: `${OPEN_XML}.presentationml.presentation` },
}
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'
const OPEN_KINDS = [
  { extension: 'odt', contentType: `${OPEN_DOCUMENT}.text` },
  { extension: 'ods', contentType: `${OPEN_DOCUMENT}.spreadsheet` },
  { extension: 'odp', contentType: `${OPEN_DOCUMENT}.presentation` },
]
/** Macros, controls, and files within the file. */
const ACTIVE =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets|dialogsheets|activeX|embeddings|Basic|Scripts)(\/|$)/i
const MOST_OF_A_PART = 262_144

export type DocumentKind = { extension: string; contentType: string }
export const OFFICE_KINDS: DocumentKind[] = [...Object.values(OF_PART), ...OPEN_KINDS]

/** How an office file is stored, so as to be told from any other archive. */
export class OfficeFile {
  private constructor(
    readonly kind: DocumentKind,
    /** Whether it runs something, carries other files, or fetches anything when it is opened, as far as it says so. */
    readonly isActive: boolean
  ) {}

  /** By what is in it, whatever it is called; nothing where it is none that we take. */
  static async at(path: string): Promise<OfficeFile | null> {
    const archive = await Archive.open(path)
    if (!archive) return null
    try {
      const kind = (await openXml(archive)) ?? (await openDocument(archive))
      return kind && new OfficeFile(kind, await isActive(archive))
    } finally {
      archive.close()
    }
  }
}

async function isActive(archive: Archive) {
  if (archive.entries.some(({ fileName }) => ACTIVE.test(fileName))) return true
  for (const entry of archive.entries) {
    if (!/\.rels$/i.test(entry.fileName)) continue
    const relations = await archive.text(entry, MOST_OF_A_PART)
    if (relations === null || relations.includes('\0') || fetches(relations)) return true
  }
  return false
}

async function openXml(archive: Archive) {
  const part = Object.entries(OF_PART).find(([name]) => archive.has(name))
  const types = part && archive.entries.find(({ fileName }) => fileName === '[Content_Types].xml')
  const said = types && (await archive.text(types, MOST_OF_A_PART))
  // A document with macros differs from one without by this word alone.
  return said && !/macroEnabled/i.test(said) ? part[1] : null
}

async function openDocument(archive: Archive): Promise<DocumentKind | null> {
  const [first] = archive.entries
  if (first?.fileName !== 'mimetype') return null
  const said = await archive.text(first, 200)
  return OPEN_KINDS.find(({ contentType }) => contentType === said) ?? null
}
