export const ROLES = [
  { value: 'admin', label: 'Administrator', description: 'Everything, with settings and the team' },
  { value: 'supervisor', label: 'Supervisor', description: 'All work, lead flows and the mail audit' },
  { value: 'agent', label: 'Agent', description: 'Leads, customers, messages and orders' },
  {
    value: 'field_user',
    label: 'Field user',
    description: 'Customers, codes and their own visits, on a phone',
  },
  { value: 'associate', label: 'Associate', description: 'Their own visits, on a phone' },
]

export const roleName = (role: string) => ROLES.find(({ value }) => value === role)?.label ?? role
