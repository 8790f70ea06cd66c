import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import sharp from 'sharp'
import Logo from '#app/tenancy/logo'

/** Hands a drawn logo in as an upload of a picture. */
export async function storeLogo(tenantId: string, svg: string) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-demo-'))
  const tmpPath = join(folder, 'logo.png')
  try {
    await sharp(Buffer.from(svg)).png().toFile(tmpPath)
    return await Logo.store(tenantId, { tmpPath, size: (await stat(tmpPath)).size })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const mark = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">${body}</svg>`

/** A drop with a flame in it. */
export const brightwaterLogo = () =>
  mark(`<defs><linearGradient id="water" x1="0" y1="0" x2="0.6" y2="1"><stop offset="0" stop-color="#22b3bd"/><stop offset="1" stop-color="#0b5d72"/></linearGradient></defs>
    <path d="M256 22 C332 128 430 214 430 326 A174 168 0 0 1 82 326 C82 214 180 128 256 22Z" fill="url(#water)"/>
    <path d="M150 340 C150 276 190 226 232 172" stroke="#fff" stroke-opacity="0.45" stroke-width="20" stroke-linecap="round" fill="none"/>
    <path d="M268 208 C286 256 344 284 344 352 A82 80 0 0 1 180 352 C180 318 200 300 212 276 C222 300 234 306 242 304 C236 272 246 238 268 208Z" fill="#fff"/>
    <path d="M266 320 C276 344 302 358 302 386 A40 40 0 0 1 222 386 C222 366 238 354 246 340 C252 350 258 350 262 348 C260 338 262 328 266 320Z" fill="#f59e2d"/>`)

/** A bolt on a shield. */
export const albaLogo = () =>
  mark(`<defs><linearGradient id="leaf" x1="0" y1="0" x2="0.5" y2="1"><stop offset="0" stop-color="#3fae62"/><stop offset="1" stop-color="#146c3c"/></linearGradient></defs>
    <rect x="26" y="26" width="460" height="460" rx="116" fill="url(#leaf)"/>
    <path d="M296 74 L136 286 H236 L206 438 L378 212 H270Z" fill="#fff"/><path d="M296 74 L136 286 H176 L296 122Z" fill="#d9f2de"/>`)
