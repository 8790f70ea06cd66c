import { TemplateMistake } from '#app/message_templates/errors'

export type Values = Record<string, string | null>
type Piece = string | { name: string } | { asks: string; yes: Piece[]; no: Piece[] }
type Open = { asks: string; yes: Piece[]; no: Piece[]; isElse: boolean }

const TAG = /\{\{([^{}]*)\}\}/g
const DEEPEST = 5

/**
 * Words with gaps: `{{customer_name}}`, and `{{if visit_note}} … {{else}} … {{end}}`. It knows nothing else: what fills a gap
 * is text, is not read again, and is looked up in a list that the kind of message declares.
 */
export class TemplateText {
  private constructor(
    private pieces: Piece[],
    readonly names: Set<string>
  ) {}

  /** Throws a TemplateMistake that says what is wrong and what was meant; any name is right where none are `known`. */
  static parse(text: string, known?: readonly string[]) {
    const names = new Set<string>()
    const top: Piece[] = []
    const stack: Open[] = []
    const add = (piece: Piece) => {
      const open = stack.at(-1)
      const list = open ? (open.isElse ? open.no : open.yes) : top
      if (piece !== '') list.push(piece)
    }
    const use = (name: string) => {
      if (known && !known.includes(name)) throw TemplateMistake.unknown(name, known)
      names.add(name)
      return name
    }
    let end = 0
    for (const match of text.matchAll(TAG)) {
      add(plain(text.slice(end, match.index)))
      end = match.index + match[0].length
      const word = match[1].trim()
      if (text[match.index - 1] === '{' || text[end] === '}') throw notAPlaceholder()
      const [, asked] = /^if\s+(\S+)$/.exec(word) ?? []
      const open = stack.at(-1)
      if (asked) {
        if (stack.length === DEEPEST)
          throw new TemplateMistake('Conditions cannot be nested more than five times.')
        stack.push({ asks: use(asked), yes: [], no: [], isElse: false })
      } else if (word === 'else') {
        if (!open || open.isElse) throw new TemplateMistake('{{else}} belongs between {{if …}} and {{end}}.')
        open.isElse = true
      } else if (word === 'end') {
        if (!open) throw new TemplateMistake('There is an {{end}} without its {{if …}}.')
        stack.pop()
        add({ asks: open.asks, yes: open.yes, no: open.no })
      } else {
        add({ name: use(word) })
      }
    }
    add(plain(text.slice(end)))
    if (stack.length > 0) throw new TemplateMistake(`{{if ${stack.at(-1)!.asks}}} needs an {{end}}.`)
    return new TemplateText(top, names)
  }

  fill(values: Values) {
    const valueOf = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : '')
    const write = (pieces: Piece[]): string =>
      pieces
        .map((piece) => {
          if (typeof piece === 'string') return piece
          else if ('name' in piece) return valueOf(piece.name)
          else return write(valueOf(piece.asks).trim() === '' ? piece.no : piece.yes)
        })
        .join('')
    return write(this.pieces)
  }
}

const notAPlaceholder = () =>
  new TemplateMistake('A placeholder begins with {{ and ends with }}, with only its name between them.')

function plain(text: string) {
  if (/\{\{|\}\}/.test(text)) throw notAPlaceholder()
  return text
}
