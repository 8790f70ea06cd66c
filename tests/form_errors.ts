import type { ApiResponse } from '@japa/api-client'

/** What a form was told under its fields. */
export const formErrors = (answer: ApiResponse) =>
  answer.flashMessage('inputErrorsBag') as unknown as Record<string, string[]>
