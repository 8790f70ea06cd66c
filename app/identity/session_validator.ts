import vine from '@vinejs/vine'
import { SimpleMessagesProvider } from '@vinejs/vine'

export const sessionValidator = vine.create({
  email: vine.string().trim().toLowerCase().email().maxLength(254),
  password: vine.string().maxLength(200),
})

sessionValidator.messagesProvider = new SimpleMessagesProvider({
  'email.required': 'Enter your e-mail address.',
  'email.email': 'Enter an e-mail address such as jo@example.com.',
  'password.required': 'Enter your password.',
})
