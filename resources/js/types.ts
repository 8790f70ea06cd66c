import type { Data } from '@generated/data'

/** The props of a page: its own and those shared with every page. */
export type InertiaProps<Own extends object = object> = Omit<Data.SharedProps, keyof Own> & Own
