const chosen = process.env.LATCHKEY_CRASH_AT

/** Where the fault tests kill a process: between two steps, without a chance to clean up. */
export function faultPoint(name: string) {
  if (name === chosen) process.kill(process.pid, 'SIGKILL')
}
