/** What a request that no form makes shows to the server. */
export const xsrfToken = () =>
  decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
