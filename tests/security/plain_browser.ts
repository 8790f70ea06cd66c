import { request, type IncomingHttpHeaders } from 'node:http'

type Asking = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  port?: number
}
export type Answer = { status: number; headers: IncomingHttpHeaders; cookies: string[]; body: string }

const ownPort = () => Number(process.env.PORT)

/** A browser that keeps cookies and nothing else, and sends exactly what it is told, unlike a real one. */
export class PlainBrowser {
  #cookies = new Map<string, string>()

  async ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
    const answer = await send(path, { method, headers: { ...this.#cookieHeader(), ...headers }, body })
    for (const cookie of answer.cookies) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s)
      this.#cookies.set(name, value)
    }
    return answer
  }

  /** Sends a form as the page would, with the token of the session. */
  post(path: string, fields: Record<string, string>, { method = 'POST', headers = {} }: Asking = {}) {
    return this.ask(path, {
      method,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-xsrf-token': decodeURIComponent(this.cookie('XSRF-TOKEN') ?? ''),
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    })
  }

  async signIn(email: string, password: string, headers: Asking['headers'] = {}) {
    await this.ask('/login', { headers })
    return this.post('/login', { email, password }, { headers })
  }

  cookie(name: string) {
    return this.#cookies.get(name)
  }

  setCookie(name: string, value: string) {
    this.#cookies.set(name, value)
    return this
  }

  #cookieHeader(): Record<string, string> {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return pairs.length ? { cookie: pairs.join('; ') } : {}
  }
}

/** One request, with the path and headers just as given. */
export function send(path: string, { method = 'GET', headers = {}, body, port = ownPort() }: Asking = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          cookies: answer.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks).toString(),
        })
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
