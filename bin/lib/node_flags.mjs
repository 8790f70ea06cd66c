/** With a small nursery for young objects a process that prints ten thousand labels stays below 200 MB. */
export const NODE_FLAGS = ['--max-semi-space-size=8']

/** For what runs once and ends: fewer and shorter pauses, and the memory is given back at once. */
export const NODE_FLAGS_ONCE = ['--max-semi-space-size=64']
