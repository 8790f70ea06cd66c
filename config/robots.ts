/** What calls itself a browser and is none: link previews, search engines, checks of pages. Cubot is a maker of phones. */
export const ROBOTS =
  /\(compatible;|(?<!cu)bot\b|crawl|spider|slurp|preview|externalhit|facebot|headless|lighthouse|phantom|mediapartners|chatgpt-user|google-(inspection|read|safety)|googleimageproxy|skypeuri|embedly|prerender|uptime|pingdom/i
