import { readdirSync, readFileSync } from 'node:fs'

type OneProcess = { pid: number; parent: number; command: string; milliseconds: number; ofEnded: number }
export type ProcessorTimes = Record<string, number>

const TICK = 10
const PARENT = 1
const USER = 11
const SYSTEM = 12
/** Of children that have ended. */
const THEIRS = [13, 14]

function processes(): OneProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const sum = (columns: number[]) => columns.reduce((all, at) => all + Number(fields[at]) * TICK, 0)
        const times = { milliseconds: sum([USER, SYSTEM]), ofEnded: sum(THEIRS) }
        return [{ pid: Number(pid), parent: Number(fields[PARENT]), command, ...times }]
      } catch {
        return []
      }
    })
}

type Connection = { rawQuery(sql: string): Promise<{ rows: { pid: number }[] }> }

/** What the processes of a product that this one has started, its database and its broker have used so far (Linux only). */
export async function processorTimes(db: Connection) {
  const { rows } = await db.rawQuery('select pg_backend_pid() as pid')
  const backend = rows[0].pid
  const all = processes()
  const postmaster = all.find(({ pid }) => pid === backend)!.parent
  const broker = all.filter(({ command }) => command.includes('beam.smp')).sort((a, b) => b.pid - a.pid)[0]
  const nameOf = ({ pid, parent, command }: OneProcess) => {
    if (pid === process.pid) return 'load'
    if (pid === postmaster || parent === postmaster) return 'database'
    if (pid === broker?.pid) return 'broker'
    if (parent !== process.pid) return null
    const role = command.split(' ').filter(Boolean)
    return role.includes('relay') ? 'relay' : role.includes('worker') ? 'worker' : 'web'
  }
  return () => {
    const times: ProcessorTimes = {}
    for (const one of processes()) {
      const name = nameOf(one)
      const ended = one.pid === postmaster ? one.ofEnded : 0
      if (name) times[name] = (times[name] ?? 0) + one.milliseconds + ended
    }
    return times
  }
}

/** Milliseconds of processor for each of `count`, by process. */
export function spentOnEach(before: ProcessorTimes, after: ProcessorTimes, count: number) {
  const each = (milliseconds: number) => Math.round((milliseconds / count) * 10) / 10
  const spent = Object.entries(after).map(([name, time]) => [name, time - (before[name] ?? 0)] as const)
  return {
    milliseconds: Object.fromEntries(spent.map(([name, time]) => [name, each(time)])),
    total: each(spent.reduce((sum, [, time]) => sum + time, 0)),
  }
}
