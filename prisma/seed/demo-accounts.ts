// The people whom a demonstration is given with; their password is public.
import type { Role } from '#app/core/access/can.ts'

export const DEMO_PASSWORD = 'catedra-demo'

export const demoAccounts = [
  { email: 'teacher@example.org', name: 'Ana Mureșan', role: 'teacher' },
  { email: 'trainer@example.org', name: 'Mihai Țurcanu', role: 'trainer' },
  { email: 'analyst@example.org', name: 'Ioana Brașoveanu', role: 'analyst' },
  { email: 'admin@example.org', name: 'Radu Șerban', role: 'administrator' },
] satisfies { email: string; name: string; role: Role }[]
