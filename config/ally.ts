import env from '#start/env'
import { appUrl } from '#config/app'
import { defineConfig } from '@adonisjs/ally'
import type { InferSocialProviders, GoogleDriverConfig, GithubDriverConfig } from '@adonisjs/ally/types'
import { GithubLogin } from '#plugins/social_login/github'
import { GoogleLogin } from '#plugins/social_login/google'
import type { Network } from '#plugins/social_login/safe_request'

/** Where GitHub is: their own server, or a company's GitHub Enterprise Server, which may stand in the private network. */
export function githubAt(url: string | undefined): Partial<GithubDriverConfig> & Network {
  if (url === undefined) return {}
  const { origin, host, port, protocol } = new URL(url)
  return {
    authorizeUrl: `${origin}/login/oauth/authorize`,
    accessTokenUrl: `${origin}/login/oauth/access_token`,
    userInfoUrl: `${origin}/api/v3/user`,
    userEmailUrl: `${origin}/api/v3/user/emails`,
    privateHosts: [port ? host : `${host}:${protocol === 'https:' ? 443 : 80}`],
  }
}

/** What people are sent to and asked with. A provider without a client id is not offered. */
export const google: GoogleDriverConfig & Network = {
  clientId: env.get('GOOGLE_CLIENT_ID') ?? '',
  clientSecret: env.get('GOOGLE_CLIENT_SECRET')?.release() ?? '',
  callbackUrl: `${appUrl}/login/with/google/callback`,
  scopes: ['openid', 'email', 'profile'],
  prompt: 'select_account',
}
export const github: GithubDriverConfig & Network = {
  clientId: env.get('GITHUB_CLIENT_ID') ?? '',
  clientSecret: env.get('GITHUB_CLIENT_SECRET')?.release() ?? '',
  callbackUrl: `${appUrl}/login/with/github/callback`,
  scopes: ['read:user', 'user:email'],
  ...githubAt(env.get('GITHUB_URL')),
}

/** In the order in which the sign-in page offers them. */
export const socialProviders = [
  { name: 'google' as const, label: 'Google', settings: google },
  { name: 'github' as const, label: 'GitHub', settings: github },
]

const allyConfig = defineConfig({
  google: (ctx) => new GoogleLogin(ctx, google),
  github: (ctx) => new GithubLogin(ctx, github),
})

export default allyConfig

declare module '@adonisjs/ally/types' {
  interface SocialProviders extends InferSocialProviders<typeof allyConfig> {}
}
