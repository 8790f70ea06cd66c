type Bench = { name: string; goal?: number; run(): Promise<{ ratio?: number; details: object }> }

// bin/lib/bench_main.mjs starts this with the services of the benchmark in the environment.
const name = process.argv[2]
const { default: bench } = (await import(`./${name.replace('-', '_')}.ts`)) as { default: Bench }
const { ratio, details } = await bench.run()
console.dir(details, { depth: null })
const goal = bench.goal === undefined ? '' : ` goal=${bench.goal}`
console.log(`bench ${bench.name}${ratio === undefined ? '' : ` ratio=${ratio.toFixed(2)}`}${goal}`)
process.exit(ratio === undefined || ratio >= bench.goal! ? 0 : 1)
