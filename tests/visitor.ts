type Heard = { method: string; path: string; status: number; body: string }
type Options = {
  ip?: string
  userAgent?: string
  origin?: string
  /** Of the scripts that the pages are made for. */
  version?: string
  /** Is told every answer. */
  onAnswer?: (heard: Heard) => void
}

/** A browser without a screen: keeps its cookies, answers the CSRF check, and follows no redirect by itself. */
export class Visitor {
  #jar = new Map<string, string>()

  constructor(private options: Options = {}) {}

  get sessionCookie() {
    return this.#jar.get('latchkey_session')
  }

  /** Another browser with the same cookies, as a thief would have. */
  copy() {
    const other = new Visitor(this.options)
    other.#jar = new Map(this.#jar)
    return other
  }

  cookie(name: string) {
    return this.#jar.get(name)
  }

  forget(cookie: string) {
    this.#jar.delete(cookie)
  }

  get(path: string, referer?: string) {
    return this.#send('GET', path, undefined, referer)
  }

  /** As the screens send: with the CSRF token of a page. */
  async send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object = {}, referer = path) {
    await this.get('/login')
    return this.#send(method, path, body, referer)
  }

  async #send(method: string, path: string, body?: object, referer?: string) {
    const origin = this.options.origin ?? `http://127.0.0.1:${process.env.PORT}`
    const answer = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': decodeURIComponent(this.#jar.get('XSRF-TOKEN') ?? ''),
        'x-inertia': 'true',
        'x-inertia-version': this.options.version ?? '1',
        'x-forwarded-for': this.options.ip ?? '127.0.0.1',
        'user-agent': this.options.userAgent ?? 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
        ...(referer && { referer: origin + referer }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie)
    const { onAnswer } = this.options
    if (onAnswer) onAnswer({ method, path, status: answer.status, body: await answer.clone().text() })
    return answer
  }

  #keep(cookie: string) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/)
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.#jar.delete(name)
    else this.#jar.set(name, value)
  }
}
