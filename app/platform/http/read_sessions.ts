/** Pages for people without an account, and streams: they read a session where the browser brings one, and keep none. */
export const onlyReadsSession = (path: string) => /^\/((q|f|s|u)\/|__transmit\/events$)/i.test(path)
