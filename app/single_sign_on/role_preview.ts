import { claimAt } from '#app/single_sign_on/claims'
import { decideRole, roleWordsIn, type RoleMapping } from '#app/single_sign_on/role_map'
import { UnreadableClaimsError } from '#app/single_sign_on/errors'

/** Which role the rules would give to somebody with these claims, and why. */
export default class RolePreview {
  private constructor(
    private mapping: RoleMapping,
    private claims: object
  ) {}

  static of(mapping: RoleMapping, text: string) {
    return new RolePreview(mapping, claimsIn(text))
  }

  toObject() {
    const { rule, choice } = decideRole(this.mapping, this.#words)
    return { choice, why: rule >= 0 ? this.#met(rule) : this.#unmet }
  }

  get #words() {
    return roleWordsIn(this.claims, this.mapping)
  }

  #met(rule: number) {
    const { roleClaim, roleMap } = this.mapping
    return `Rule ${rule + 1}: the claim ${roleClaim} says “${roleMap[rule].value}”.`
  }

  get #unmet() {
    const { roleClaim } = this.mapping
    if (!roleClaim) return 'No claim of the roles is named above, so the rules are not asked.'
    if (claimAt(this.claims, roleClaim) === undefined)
      return `There is no ${roleClaim} among these claims, so no rule is met.`
    const words = this.#words.map((word) => `“${word}”`).join(', ')
    return words
      ? `The claim ${roleClaim} says ${words}, and no rule names any of it.`
      : `The claim ${roleClaim} holds no words.`
  }
}

function claimsIn(text: string): object {
  const claims = parsed(text)
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw new UnreadableClaimsError()
  return claims
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableClaimsError()
  }
}
