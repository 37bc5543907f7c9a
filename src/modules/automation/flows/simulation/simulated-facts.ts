import type { Company } from '../../../accounts/companies/index.js';
import type { FlowFacts, FlowGraph, PetFacts } from '../../flow-core/index.js';
import type { SimulatedAppointmentDto, SimulatedPetDto, SimulationSetupDto } from './simulation.dto.js';

const DEFAULT_NAME = 'Maria Silva';
const DEFAULT_PET: SimulatedPetDto = { name: 'Rex', species: 'dog' };

const DEFAULT_SERVICE: Readonly<Record<Company['locale'], string>> = { en: 'Bath', 'pt-BR': 'Banho' };

/** What a simulation needs of the company, read once for several of them. */
export interface SimulationWorld {
  readonly company: Company;
  readonly platform: string;
}

/** The facts of an invented customer in a real company. */
export function factsOf(
  { company, platform }: SimulationWorld,
  graph: FlowGraph,
  setup: SimulationSetupDto,
  now: Date,
): FlowFacts {
  const { contact = {}, is_open = true, is_window_open = true } = setup;
  const { name, phone, time_zone, locale } = company;
  const isByAppointment = startsByAppointment(graph);
  const invented = isByAppointment ? { service: DEFAULT_SERVICE[locale], starts_at: now.toISOString() } : undefined;
  const appointment = setup.appointment ?? invented;
  const pets = (contact.pets ?? [DEFAULT_PET]).map(petFacts);
  return {
    contact: {
      full_name: contact.full_name ?? DEFAULT_NAME,
      phone: contact.phone ?? null,
      email: contact.email ?? null,
      tags: contact.tags ?? [],
    },
    pets,
    appointment_pet_id: (isByAppointment && pets[0]?.id) || null,
    company: { name, phone, time_zone, locale },
    appointment: appointment ? appointmentFacts(appointment, time_zone, locale) : null,
    platform,
    last_text: '',
    is_open_now: is_open,
    is_window_open,
  };
}

/** Such a flow has an appointment, so its texts and conditions need one. */
function startsByAppointment({ nodes }: FlowGraph): boolean {
  return nodes.some(({ type, data }) => type === 'trigger' && data.kind.startsWith('appointment_'));
}

function petFacts({ name, species, breed, weight_kg, vaccinations }: SimulatedPetDto, index: number): PetFacts {
  return {
    id: `simulated-pet:${index + 1}`,
    name,
    species: species ?? null,
    breed: breed ?? null,
    weight_kg: weight_kg ?? null,
    vaccinations: (vaccinations ?? []).map((one) => ({ name: one.name, expires_on: one.expires_on ?? null })),
  };
}

function appointmentFacts(
  { service, starts_at, staff }: SimulatedAppointmentDto,
  timeZone: string,
  locale: string,
): FlowFacts['appointment'] {
  const start = new Date(starts_at);
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(start);
  const date = format({ dateStyle: 'long' });
  const time = format({ timeStyle: 'short' });
  return { service, starts_at: start.toISOString(), date, time, staff: staff ?? null };
}
