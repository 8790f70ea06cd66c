import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean }
type Attribute = { key: string; value: Value }
type SentSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes?: Attribute[]
}
type Sent = {
  resourceSpans?: { resource: { attributes: Attribute[] }; scopeSpans: { spans: SentSpan[] }[] }[]
}

export type CollectedSpan = Omit<SentSpan, 'attributes'> & {
  process: string
  attributes: Record<string, string | number | boolean | undefined>
}

/** A collector that speaks OTLP over HTTP, and keeps the spans it is sent. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = []
  readonly headers: NodeJS.Dict<string | string[]>[] = []
  #server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    this.headers.push(request.headers)
    this.#keep(JSON.parse(Buffer.concat(parts).toString()) as Sent)
    response.setHeader('content-type', 'application/json').end('{}')
  })

  async open() {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    return this
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  named(name: string) {
    return this.spans.filter((span) => span.name === name)
  }

  #keep({ resourceSpans = [] }: Sent) {
    for (const { resource, scopeSpans } of resourceSpans) {
      const process = String(flat(resource.attributes)['latchkey.process'])
      for (const { spans } of scopeSpans)
        this.spans.push(
          ...spans.map((span) => ({ ...span, process, attributes: flat(span.attributes ?? []) }))
        )
    }
  }
}

const flat = (attributes: Attribute[]) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue])
  )
