export type NumberRule = { series: 'leads' | 'orders'; prefix: string; next: number }

export const NUMBERED_WORDS = {
  leads: { title: 'Leads', about: 'Customers see the number on the page of their request and in mails.' },
  orders: { title: 'Orders', about: 'Your team sees the number on the order and in lists.' },
}
