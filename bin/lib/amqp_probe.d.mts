export function probeAmqp(url: string, milliseconds?: number): Promise<'ready' | 'refused' | 'absent'>
