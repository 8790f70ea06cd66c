/** What the pickers of screens and forms offer; what is taken is decided by what is in the file. */
export const PHOTOS_ACCEPTED = 'image/jpeg,image/png,image/webp'
export const FILES_ACCEPTED = `${PHOTOS_ACCEPTED},application/pdf,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp`
