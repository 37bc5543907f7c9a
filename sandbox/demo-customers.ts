import type { Channel, Platform } from './channels.ts';

interface DemoCustomer {
  id: string;
  name: string;
}

const BY_PLATFORM: Record<Platform, readonly DemoCustomer[]> = {
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

/** The customers of the second demo company, by its Page. */
const BY_CHANNEL: Readonly<Record<string, readonly DemoCustomer[]>> = {
  '1000000000000002': [
    { id: '2410000000000701', name: 'Helena Prata' },
    { id: '2410000000000702', name: 'James Whitlock' },
  ],
};

export function demoCustomersOf({ platform, external_id }: Channel): readonly DemoCustomer[] {
  return BY_CHANNEL[external_id] ?? BY_PLATFORM[platform];
}
