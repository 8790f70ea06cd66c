const EDGE = 2048
const LARGE = 1_500_000
const ICON =
  '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>'

/** Turns a plain file field into a button with pictures, and makes large photos small before they travel. */
export function enhancePhotos(form: HTMLFormElement) {
  const most = Number(form.dataset.maxFiles)
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) new PhotoField(form, input, most)
}

class PhotoField {
  private photos: File[] = []
  private list = document.createElement('ul')
  private button = document.createElement('button')
  private word = document.createElement('p')
  private words: string[]

  constructor(
    private form: HTMLFormElement,
    private input: HTMLInputElement,
    private most: number
  ) {
    this.words = form.dataset.photoWords!.split('|')
    if (!('DataTransfer' in window)) return
    this.list.className = 'pictures'
    this.button.type = 'button'
    this.button.className = 'add-photos'
    this.button.innerHTML = `${ICON}<span></span>`
    this.button.lastElementChild!.textContent = form.dataset[input.dataset.takes === 'files' ? 'addFiles' : 'addPhotos']!
    this.word.className = 'why'
    this.word.setAttribute('role', 'status')
    input.before(this.list, this.word, this.button)
    input.style.cssText = 'position:absolute;opacity:0;pointer-events:none;width:1px;min-height:0;height:1px;padding:0'
    input.tabIndex = -1
    input.addEventListener('change', () => this.add())
    this.button.addEventListener('click', () => input.click())
    form.addEventListener('change', () => this.show())
    this.show()
  }

  private say(which: number, count: number) {
    return this.words[which].replace('#', String(count))
  }

  private async add() {
    const chosen = [...(this.input.files ?? [])]
    this.button.setAttribute('aria-disabled', 'true')
    const room = this.room
    const photos = []
    for (const file of chosen.slice(0, room)) photos.push(await smaller(file))
    this.photos.push(...photos)
    this.word.textContent = chosen.length > room ? this.say(0, this.most) : ''
    this.button.removeAttribute('aria-disabled')
    this.keep()
  }

  private remove(photo: File) {
    this.photos = this.photos.filter((one) => one !== photo)
    this.keep()
    this.button.focus()
  }

  private keep() {
    const transfer = new DataTransfer()
    for (const photo of this.photos) transfer.items.add(photo)
    this.input.files = transfer.files
    this.list.replaceChildren(...this.photos.map((photo, index) => this.picture(photo, index)))
    this.show()
  }

  private show() {
    this.list.hidden = this.photos.length === 0
    this.button.hidden = this.room <= 0
  }

  private get room() {
    const held = this.form.querySelectorAll('input[name^=held]:checked').length
    const chosen = [...this.form.querySelectorAll<HTMLInputElement>('input[type=file]')]
      .filter((input) => input !== this.input)
      .reduce((sum, { files }) => sum + (files?.length ?? 0), this.photos.length)
    return this.most - held - chosen
  }

  private image(photo: File, index: number) {
    const image = document.createElement('img')
    image.src = URL.createObjectURL(photo)
    image.alt = this.say(1, index + 1)
    image.addEventListener('load', () => URL.revokeObjectURL(image.src))
    return image
  }

  private picture(photo: File, index: number) {
    const item = document.createElement('li')
    const isPicture = photo.type.startsWith('image/')
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.className = 'remove'
    remove.textContent = '×'
    remove.setAttribute('aria-label', isPicture ? this.say(2, index + 1) : this.words[3].replace('@', () => photo.name))
    remove.addEventListener('click', () => this.remove(photo))
    item.append(isPicture ? this.image(photo, index) : nameOf(photo), remove)
    return item
  }
}

function nameOf({ name }: File) {
  const words = document.createElement('span')
  words.className = 'document'
  words.textContent = name
  return words
}

// What the browser cannot draw goes as it is: the server says what is wrong with it.
async function smaller(file: File): Promise<File> {
  if (file.size < LARGE || !('createImageBitmap' in window)) return file
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
