import { Agent, get, type OutgoingHttpHeaders } from 'node:http'

export const CONNECTIONS = 16
const SECONDS = 4
export const UNLIMITED = { API_REQUESTS_PER_TOKEN: '1000000', API_REQUESTS_PER_COMPANY: '1000000' }

type Visit = { url: string; headers: OutgoingHttpHeaders }

/** A visit of an API client. */
export const withToken = (url: string, token: string): Visit => ({
  url,
  headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
})

/** Answers per second, over connections that stay open. */
export async function load(next: () => Visit) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = Date.now() + SECONDS * 1000
  let answers = 0
  const client = async () => {
    while (Date.now() < until) {
      await request(next(), agent)
      answers++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  agent.destroy()
  return answers / SECONDS
}

export function request({ url, headers }: Visit, agent?: Agent) {
  return new Promise<string>((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => (body += chunk))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(body)
          : reject(new Error(`${url}: ${answer.statusCode} ${body.slice(0, 300)}`))
      )
    }).on('error', reject)
  })
}
