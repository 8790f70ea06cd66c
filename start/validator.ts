import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** What a form says under a field, for every rule whose validator has no better words of its own. */
vine.messagesProvider = new SimpleMessagesProvider({
  required: 'Fill this in.',
  string: 'Fill this in.',
  email: 'Enter an e-mail address such as jo@example.com.',
  url: 'Enter a web address such as https://example.com.',
  regex: 'This is not in the form that is expected here.',
  minLength: 'Use at least {{ min }} characters.',
  maxLength: 'Use at most {{ max }} characters.',
  enum: 'Choose one of the values offered.',
  in: 'Choose one of the values offered.',
  notIn: 'This cannot be used here. Choose another.',
  number: 'Enter a number.',
  withoutDecimals: 'Enter a whole number.',
  min: 'Enter {{ min }} or more.',
  max: 'Enter {{ max }} or less.',
  range: 'Enter a number from {{ min }} to {{ max }}.',
  boolean: 'Choose yes or no.',
  date: 'Enter a date.',
  'array.minLength': 'Add at least {{ min }}.',
  'array.maxLength': 'Leave at most {{ max }}.',
  accepted: 'This has to be agreed to.',
})
