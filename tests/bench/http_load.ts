import { Agent, request as send, type OutgoingHttpHeaders } from 'node:http'

export const CONNECTIONS = 16
export const SECONDS = 4
export const UNLIMITED = { API_REQUESTS_PER_TOKEN: '1000000', API_REQUESTS_PER_COMPANY: '1000000' }

/** `form` is posted, as a browser does. */
type Visit = { url: string; headers: OutgoingHttpHeaders; form?: string }

/** A visit of an API client. */
export const withToken = (url: string, token: string): Visit => ({
  url,
  headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
})

/** Answers per second, over connections that stay open; `times` is told how many milliseconds each took. */
export async function load(next: () => Visit, times: number[] = []) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = Date.now() + SECONDS * 1000
  let answers = 0
  const client = async () => {
    while (Date.now() < until) {
      const startedAt = performance.now()
      await request(next(), agent)
      times.push(performance.now() - startedAt)
      answers++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  agent.destroy()
  return answers / SECONDS
}

export function request({ url, headers, form }: Visit, agent?: Agent) {
  const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const method = form === undefined ? 'GET' : 'POST'
  return new Promise<string>((resolve, reject) => {
    send(url, { agent, method, headers: { ...headers, ...type } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => (body += chunk))
      answer.on('end', () =>
        answer.statusCode === 200 || answer.statusCode === 303
          ? resolve(body)
          : reject(new Error(`${url}: ${answer.statusCode} ${body.slice(0, 300)}`))
      )
    })
      .on('error', reject)
      .end(form)
  })
}
