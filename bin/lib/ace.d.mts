export function runAce(
  words: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal; purpose: string }
): Promise<string>
