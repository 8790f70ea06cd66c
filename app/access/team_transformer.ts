import { BaseTransformer } from '@adonisjs/core/transformers'
import type Team from '#app/access/team'

export default class TeamTransformer extends BaseTransformer<Team> {
  toObject() {
    const { members } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'name', 'parentId']),
      members: members.map(({ userId }) => userId),
      leads: members.filter(({ isLead }) => isLead).map(({ userId }) => userId),
    }
  }
}
