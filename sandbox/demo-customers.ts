import type { Platform } from './channels.ts';

/** Ready-made people of the phone page: one list for every channel of a platform. */
export const DEMO_CUSTOMERS: Record<Platform, readonly { id: string; name: string }[]> = {
  facebook: [
    { id: '2410000000000101', name: 'Ana Souza' },
    { id: '2410000000000102', name: 'Liam Carter' },
    { id: '2410000000000103', name: 'Mia Rossi' },
  ],
  instagram: [
    { id: '1790000000000201', name: 'Bella Nunes' },
    { id: '1790000000000202', name: 'Oscar Lind' },
    { id: '1790000000000203', name: 'Zoe Martin' },
  ],
  whatsapp: [
    { id: '5511988887771', name: 'Carla Dias' },
    { id: '553188887772', name: 'Pedro Alves' },
    { id: '351912345673', name: 'Inês Costa' },
  ],
};
