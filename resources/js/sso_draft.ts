import type { Data } from '@generated/data'

type Connection = Data.SingleSignOn.SsoConnection
export type RoleRule = { value: string; role: string; roleId?: string | null }

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
    defaultRole: (connection ? (connection.defaultRole ?? 'none') : 'associate') as string,
    defaultRoleId: connection?.defaultRoleId ?? null,
    provisionsUsers: connection?.provisionsUsers ?? true,
    decidesRoles: connection?.decidesRoles ?? false,
    trustsEmail: connection?.trustsEmail ?? false,
    isEnabled: connection?.isEnabled ?? true,
    apiAudience: connection?.apiAudience ?? '',
    apiClients: (connection?.apiClients ?? []).join(', '),
  }
}

export type SsoDraft = ReturnType<typeof draftOf>

/** The rules of the form as the server takes them. */
export function rulesOf({ roleClaim, roleMap, defaultRole, defaultRoleId }: SsoDraft) {
  return {
    roleClaim: roleClaim || null,
    roleMap,
    defaultRole: defaultRole === 'none' ? null : defaultRole,
    defaultRoleId: defaultRole === 'none' ? null : defaultRoleId,
  }
}

/** The form as the server takes it: a secret that was not typed is kept. */
export function dataOf({ clientSecret, ...draft }: SsoDraft) {
  return {
    ...draft,
    ...rulesOf({ clientSecret, ...draft }),
    ...(clientSecret && { clientSecret }),
    apiAudience: draft.apiAudience || null,
    apiClients: draft.apiClients
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  }
}
