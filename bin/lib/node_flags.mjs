/** With a small nursery for young objects a process that prints ten thousand labels stays below 200 MB. */
export const NODE_FLAGS = ['--max-semi-space-size=8']
