import encryption from '@adonisjs/core/services/encryption'
import { appUrl } from '#config/app'
import type Attachment from '#app/attachments/attachment'

const PURPOSE = 'download'
const MINUTES = 10

type Named = { tenantId: string; id: string }

/** An address by which whoever has it gets one file for some minutes, on either kind of disk: sealed, and told to nobody else. */
export const downloadLinks = {
  to({ tenantId, id }: Attachment) {
    const sealed = encryption.encrypt({ tenantId, id }, { purpose: PURPOSE, expiresIn: `${MINUTES} minutes` })
    return `${appUrl}/files/${sealed}`
  },

  /** Nothing where the reference was changed, or is over. */
  read(reference: string) {
    return encryption.decrypt<Named>(reference, PURPOSE)
  },
}
