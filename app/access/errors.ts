import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class RightsNotLoadedError extends Exception {
  static code = 'E_RIGHTS_NOT_LOADED'
  static message = 'Somebody with a custom role was loaded without it. Use User.withRights().'
}

export class BeyondOwnRightsError extends FieldError {
  static code = 'E_BEYOND_OWN_RIGHTS'
  static status = 403
  static message = 'This role may do more than you may yourself, so you cannot give, change or take it.'
  field = 'role'
}

export class OwnRoleError extends FieldError {
  static code = 'E_OWN_ROLE'
  static status = 403
  static message = 'You cannot change your own role. Ask an administrator.'
  field = 'role'
}

export class RoleNameTakenError extends FieldError {
  static code = 'E_ROLE_NAME_TAKEN'
  static status = 409
  static message = 'Another role has this name. Choose a different one.'
  field = 'name'
}

export class RoleInUseError extends Exception {
  static code = 'E_ROLE_IN_USE'
  static status = 409
  static message = 'Somebody has this role. Give them another role first.'

  constructor(name: string, holders: string[]) {
    super(
      `${named(holders)} ${holders.length === 1 ? 'has' : 'have'} the role ${name}. Give them another role first.`
    )
  }
}

export class RoleOfSingleSignOnError extends Exception {
  static code = 'E_ROLE_OF_SINGLE_SIGN_ON'
  static status = 409
  static message = 'Single sign-on gives this role. Take it out of its rules first.'

  constructor(name: string) {
    super(
      `Single sign-on gives the role ${name}. Take it out of the rules under Settings, Single sign-on first.`
    )
  }
}

export class TeamNameTakenError extends FieldError {
  static code = 'E_TEAM_NAME_TAKEN'
  static status = 409
  static message = 'Another team has this name. Choose a different one.'
  field = 'name'
}

export class TeamCircleError extends FieldError {
  static code = 'E_TEAM_CIRCLE'
  static status = 409
  static message = 'A team cannot be below itself or below one of its own teams. Choose another.'
  field = 'parentId'
}

export class TeamInUseError extends Exception {
  static code = 'E_TEAM_IN_USE'
  static status = 409
  static message = 'There are teams below this one. Move or delete those first.'
}

const SHOWN = 3

function named(people: string[]) {
  const [shown, others] = [people.slice(0, SHOWN), people.length - SHOWN]
  if (others > 0) return `${shown.join(', ')} and ${others} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0]
}
