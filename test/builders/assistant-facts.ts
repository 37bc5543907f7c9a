import type {
  CustomerMessage,
  OwnAppointment,
  PetCard,
  ServiceFacts,
  TurnFacts,
} from '../../src/modules/automation/assistant-core/index.js';

/** A Sunday, 9:00 in São Paulo. */
export const NOW = '2026-11-29T12:00:00Z';
const DAY = [{ from: '09:00', to: '18:00' }];

export const BATH: ServiceFacts = {
  alias: 's1',
  name: 'Banho',
  words: ['bath'],
  species: ['dog', 'cat'],
  price: 'R$ 80',
  duration_min: 60,
  is_bookable: true,
};
export const GROOMING: ServiceFacts = {
  ...BATH,
  alias: 's2',
  name: 'Banho e tosa',
  words: ['full grooming'],
  species: ['dog'],
  price: 'R$ 120 a R$ 180',
  duration_min: 120,
};
export const VET: ServiceFacts = {
  ...BATH,
  alias: 's3',
  name: 'Consulta',
  words: ['checkup'],
  price: null,
  is_bookable: false,
};

export const REX: PetCard = {
  alias: 'p1',
  name: 'Rex',
  species: 'dog',
  breed: 'Poodle',
  weight_kg: 8,
  notes: ['medo de secador'],
  vaccinations: [{ name: 'V10', expires_on: '2027-03-01' }],
};
export const MIMI: PetCard = {
  ...REX,
  alias: 'p2',
  name: 'Mimi',
  species: 'cat',
  breed: null,
  notes: [],
  vaccinations: [],
};

export const OWN_BATH: OwnAppointment = {
  alias: 'a1',
  service: 'Banho',
  pet: { alias: 'p1', name: 'Rex' },
  starts_at: '2026-12-04T13:00:00.000Z',
  status: 'booked',
  may_move: true,
  may_cancel: true,
  move_fee: null,
  cancel_fee: null,
};

export function messagesOf(texts: readonly string[], firstSeq = 1): CustomerMessage[] {
  return texts.map((text, index) => ({ seq: firstSeq + index, text, tapped: null, has_files: false }));
}

/** A grooming salon in São Paulo that a customer with one dog writes to. */
export function factsOfTurn(change: Partial<TurnFacts> = {}): TurnFacts {
  return {
    now: NOW,
    company: {
      name: 'Patas',
      phone: '+55 11 4000-1000',
      emergency_phone: '+55 11 99999-0000',
      address: 'Rua das Flores, 10',
      locale: 'pt-BR',
      time_zone: 'America/Sao_Paulo',
      emails: ['oi@patas.example'],
      link_hosts: ['patas.example'],
      policies: ['Cancelamentos com menos de 24 horas custam R$ 30.'],
    },
    contact: { full_name: 'Ana Souza', phone: '+55 11 98888-7777', email: 'ana@mail.example' },
    opening: {
      is_open_now: false,
      opens_at: '2026-11-30T12:00:00Z',
      week: [[], DAY, DAY, DAY, DAY, DAY, [{ from: '09:00', to: '13:00' }]],
      special_days: [{ date: '2026-12-08', windows: [] }],
    },
    services: [BATH, GROOMING, VET],
    pets: [REX],
    appointments: [],
    offers: [],
    memory: [],
    summary: null,
    turns: [],
    messages: messagesOf(['oi']),
    channel: { text: 1_000, buttons: 3, list_rows: 10, label: 20 },
    silence: null,
    ...change,
  };
}
