import { boilerError } from './boiler_error.js'
import { coldRadiator } from './cold_radiator.js'
import { drippingFaucet } from './dripping_faucet.js'
import { fuseBox } from './fuse_box.js'
import { leakingPipe } from './leaking_pipe.js'
import { runningToilet } from './running_toilet.js'
import { scorchedSocket } from './scorched_socket.js'
import { showerDrain } from './shower_drain.js'
import { waterHeater } from './water_heater.js'
import { wetBasement } from './wet_basement.js'
import { wetCeiling } from './wet_ceiling.js'

/** What people photograph, drawn. */
export const SCENES = {
  boiler_error: boilerError,
  cold_radiator: coldRadiator,
  dripping_faucet: drippingFaucet,
  fuse_box: fuseBox,
  leaking_pipe: leakingPipe,
  running_toilet: runningToilet,
  scorched_socket: scorchedSocket,
  shower_drain: showerDrain,
  water_heater: waterHeater,
  wet_basement: wetBasement,
  wet_ceiling: wetCeiling,
}

export type SceneName = keyof typeof SCENES
