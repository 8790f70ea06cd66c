import type { Data } from '@generated/data'

type Connection = Data.SingleSignOn.SsoConnection
export type RoleRule = { value: string; role: string }

/** What the form of the connection begins with. */
export function draftOf(connection: Connection | null) {
  return {
    issuer: connection?.issuer ?? '',
    clientId: connection?.clientId ?? '',
    clientSecret: '',
    scopes: connection?.scopes ?? 'openid email profile',
    emailClaim: connection?.emailClaim ?? 'email',
    nameClaim: connection?.nameClaim ?? 'name',
    roleClaim: connection?.roleClaim ?? '',
    roleMap: (connection?.roleMap ?? []).map((rule) => ({ ...rule })) as RoleRule[],
    defaultRole: connection ? (connection.defaultRole ?? 'none') : 'associate',
    provisionsUsers: connection?.provisionsUsers ?? true,
    decidesRoles: connection?.decidesRoles ?? false,
    trustsEmail: connection?.trustsEmail ?? false,
    isEnabled: connection?.isEnabled ?? true,
    apiAudience: connection?.apiAudience ?? '',
    apiClients: (connection?.apiClients ?? []).join(', '),
  }
}

/** The form as the server takes it: a secret that was not typed is kept. */
export function dataOf({ clientSecret, ...draft }: ReturnType<typeof draftOf>) {
  return {
    ...draft,
    ...(clientSecret && { clientSecret }),
    roleClaim: draft.roleClaim || null,
    defaultRole: draft.defaultRole === 'none' ? null : draft.defaultRole,
    apiAudience: draft.apiAudience || null,
    apiClients: draft.apiClients
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  }
}
