import { spawn } from 'node:child_process'

// Its input ends when its parent ends, however it ends: then it stops the process groups it was given.
const SCRIPT = `
cat > /dev/null
for group in "$@"; do kill -TERM "-$group" 2>/dev/null; done
for turn in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1
  alive=
  for group in "$@"; do kill -0 "-$group" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || exit 0
done
for group in "$@"; do kill -KILL "-$group" 2>/dev/null; done
`

/** A small process that stops these process groups when this process is killed and cannot do so itself. */
export function leash(...groups) {
  const keeper = spawn('sh', ['-c', SCRIPT, 'leash', ...groups.map(String)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  keeper.unref()
  keeper.stdin.unref?.()
  return { release: () => keeper.kill('SIGKILL') }
}
