import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'
import type { InferDriveDisks } from '@adonisjs/drive/types'

const fs = () =>
  services.fs({
    location: app.makePath(env.get('DATA_DIR'), 'files'),
    serveFiles: false,
    visibility: 'private',
  })

export const s3 = () =>
  services.s3({
    credentials: {
      accessKeyId: env.get('S3_KEY') ?? '',
      secretAccessKey: env.get('S3_SECRET')?.release() ?? '',
    },
    endpoint: env.get('S3_ENDPOINT'),
    forcePathStyle: env.get('S3_ENDPOINT') !== undefined,
    region: env.get('S3_REGION') ?? 'us-east-1',
    bucket: env.get('S3_BUCKET') ?? '',
    visibility: 'private',
  })

/** Whether browsers may be sent to the storage itself: one within a private network they would not reach. */
export const givesAddresses = () => env.get('DRIVE_DISK') === 's3' && env.get('S3_DIRECT_DOWNLOADS') === true

// The other one is not even loaded: the client of S3 is large.
const driveConfig = defineConfig({
  default: 'disk',
  services: { disk: env.get('DRIVE_DISK') === 's3' ? s3() : fs() },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
