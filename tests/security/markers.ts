/** What was found where it must not be: the kind of secret, how it was written, and where. */
export type Find = { kind: string; written: string; place: string }

type Marker = { kind: string; written: string; needle: RegExp | string }

/** Secrets as they were given out, and every form in which one of them could lie about. */
export class Markers {
  #all: Marker[] = []
  #kinds = new Set<string>()

  get kinds() {
    return [...this.#kinds].sort()
  }

  /** Resolves a missing secret loudly: a search for nothing would find nothing. */
  add(kind: string, ...secrets: (string | null | undefined)[]) {
    for (const secret of secrets) {
      if (!secret || secret.length < 6) throw new Error(`there is no ${kind} to look for`)
      this.#kinds.add(kind)
      for (const [written, needle] of Object.entries(formsOf(secret)))
        this.#all.push({ kind, written, needle })
    }
    return secrets[0]!
  }

  /** Which of them a text holds. */
  in(text: string, place: string): Find[] {
    const found = this.#all.filter(({ needle }) =>
      typeof needle === 'string' ? text.includes(needle) : needle.test(text)
    )
    return found.map(({ kind, written }) => ({ kind, written, place }))
  }
}

export function formsOf(secret: string): Record<string, RegExp | string> {
  const bytes = Buffer.from(secret)
  // Six digits turn up in any number: only where they stand alone are they a code.
  if (/^\d{6}$/.test(secret)) return { plain: new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`) }
  const forms = {
    plain: secret,
    url: encodeURIComponent(secret),
    'twice url': encodeURIComponent(encodeURIComponent(secret)),
    form: new URLSearchParams({ '': secret }).toString().slice(1),
    json: JSON.stringify(secret).slice(1, -1),
    html: secret.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;'),
    backwards: [...secret].reverse().join(''),
    hex: bytes.toString('hex'),
    'capital hex': bytes.toString('hex').toUpperCase(),
    bytes: [...bytes].join(','),
  }
  const distinct = Object.entries({ ...forms, ...base64(bytes) }).filter(
    ([name, form]) => name === 'plain' || (form !== secret && form.length > 5)
  )
  return Object.fromEntries(distinct)
}

/** The part that stays the same whatever stands before and after it, at each of the three places. */
function base64(bytes: Buffer) {
  const forms: Record<string, string> = {}
  for (const before of [0, 1, 2]) {
    const code = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const ends = (before + bytes.length) % 3 === 0 ? undefined : -1
    const middle = code.slice([0, 2, 3][before], ends)
    forms[`base64 at ${before}`] = middle
    forms[`base64url at ${before}`] = middle.replaceAll('+', '-').replaceAll('/', '_')
  }
  return forms
}
