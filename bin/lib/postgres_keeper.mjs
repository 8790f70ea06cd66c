import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Waits for the end of its input, which comes when its parent ends, however it ends. Then it stops the database,
// unless a later start has put another keeper in its place. postmaster.pid names the process to stop: it is gone after a clean stop.
const SCRIPT = `
cat > /dev/null
sleep 3
if [ "$(cat "$1" 2>/dev/null)" = "$$" ] && [ -f "$2" ]; then kill -INT "$(head -n 1 "$2")"; fi
`

/** A small process that stops the database when this one is killed and cannot do so itself. */
export function keepDatabase({ dir, data }) {
  const mark = join(dir, 'keeper.pid')
  const keeper = spawn('sh', ['-c', SCRIPT, 'keeper', mark, join(data, 'postmaster.pid')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  writeFileSync(mark, String(keeper.pid))
  keeper.unref()
  keeper.stdin.unref?.()
  return { release: () => keeper.kill('SIGKILL') }
}
