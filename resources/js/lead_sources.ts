/** Where leads come from; each keeps its colour, and colour-blind people can tell them apart. */
export const LEAD_SOURCES = [
  { source: 'qr', label: 'QR code', icon: 'i-lucide-qr-code', color: '#0072b2' },
  { source: 'link', label: 'Link', icon: 'i-lucide-link', color: '#e69f00' },
  { source: 'embed', label: 'Own site', icon: 'i-lucide-app-window', color: '#009e73' },
  { source: 'manual', label: 'By hand', icon: 'i-lucide-pencil', color: '#cc79a7' },
] as const

export type LeadSource = (typeof LEAD_SOURCES)[number]['source']
