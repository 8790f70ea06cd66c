export const CAMPAIGN: string[]
