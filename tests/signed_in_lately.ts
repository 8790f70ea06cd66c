import { ApiClient, type ApiRequest } from '@japa/api-client'

/** `loginAs` stands for a sign-in a moment ago; a test in which it lies back longer says so with `withSession` before. */
export const signedInLately = () => () => {
  ApiClient.onRequest((request: ApiRequest) => {
    const withSession = request.withSession.bind(request)
    let isSaid = false
    request.withSession = (values) => {
      isSaid ||= 'provenAt' in values
      return withSession('auth_web' in values && !isSaid ? { provenAt: Date.now(), ...values } : values)
    }
  })
}
