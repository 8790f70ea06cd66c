import { browserWords } from '#app/sign_in/browser_words'

const BROWSER = /^Mozilla\/|^Opera\//

/** "Chrome on Windows"; a program is called what it calls itself: "curl/8.5.0". */
export function deviceWords(userAgent: string) {
  const { browser, system } = browserWords(userAgent)
  return BROWSER.test(userAgent) ? `${browser} on ${system}` : userAgent.split(' ')[0].slice(0, 40)
}
