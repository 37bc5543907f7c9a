/** What the rows of a file are. */
export const IMPORT_KINDS = ['customers', 'services', 'appointments'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

const CUSTOMER_FIELDS = [
  'contact.full_name',
  'contact.first_name',
  'contact.last_name',
  'contact.email',
  'contact.phone',
  'contact.tags',
  'contact.notes',
  'contact.is_vip',
  'contact.locale',
  'pet.name',
  'pet.species',
  'pet.breed',
  'pet.sex',
  'pet.birth_date',
  'pet.weight_kg',
  'pet.coat',
  'pet.allergies',
  'pet.temperament',
  'pet.notes',
  'vaccination.name',
  'vaccination.given_on',
  'vaccination.expires_on',
  'vaccination.expiry',
] as const;

const SERVICE_FIELDS = [
  'service.name',
  'service.duration',
  'service.price',
  'service.category',
  'service.description',
] as const;

const APPOINTMENT_FIELDS = [
  'appointment.date',
  'appointment.time',
  'appointment.end_date',
  'appointment.service',
  'appointment.person',
  'appointment.price',
  'appointment.notes',
  'contact.id',
] as const;

/** What a column of a file can mean. `vaccination.expiry`: the column is named after the vaccination and has its end. */
export const IMPORT_FIELDS = [...CUSTOMER_FIELDS, ...SERVICE_FIELDS, ...APPOINTMENT_FIELDS] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const FIELDS_OF_KIND: Readonly<Record<ImportKindName, readonly ImportField[]>> = {
  customers: CUSTOMER_FIELDS,
  services: SERVICE_FIELDS,
  appointments: [
    ...APPOINTMENT_FIELDS,
    'contact.full_name',
    'contact.first_name',
    'contact.last_name',
    'contact.email',
    'contact.phone',
    'pet.name',
  ],
};

export const IMPORT_PRESETS = ['generic', 'moego', 'gingr'] as const;
export type ImportPreset = (typeof IMPORT_PRESETS)[number];
