import { foldText } from '../../../core/text/index.js';

/** What a column of a file can mean. `vaccination.expiry`: the column is named after the vaccination and has its end. */
export const IMPORT_FIELDS = [
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
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The field of each column; null leaves the column out. */
export type ColumnMapping = readonly (ImportField | null)[];

export const IMPORT_PRESETS = ['generic', 'moego', 'gingr'] as const;
export type ImportPreset = (typeof IMPORT_PRESETS)[number];

/** Column names of files in English and Portuguese, folded. */
const GENERIC: Partial<Record<ImportField, readonly string[]>> = {
  'contact.full_name': [
    'name',
    'full name',
    'customer',
    'customer name',
    'client',
    'client name',
    'owner',
    'owner name',
    'contact',
    'nome',
    'nome completo',
    'cliente',
    'tutor',
    'responsavel',
    'nome do cliente',
    'nome do tutor',
  ],
  'contact.first_name': ['first name', 'client first name', 'owner first name', 'primeiro nome'],
  'contact.last_name': ['last name', 'surname', 'client last name', 'owner last name', 'sobrenome'],
  'contact.email': ['email', 'e mail', 'email address', 'client email', 'owner email', 'correio eletronico'],
  'contact.phone': [
    'phone',
    'phone number',
    'mobile',
    'mobile phone',
    'cell',
    'cell phone',
    'primary phone',
    'client phone',
    'owner phone',
    'telefone',
    'celular',
    'whatsapp',
    'telemovel',
  ],
  'contact.tags': ['tags', 'labels', 'client tags', 'marcadores', 'etiquetas'],
  'contact.notes': ['notes', 'client notes', 'owner notes', 'comments', 'notas', 'observacoes', 'anotacoes'],
  'contact.is_vip': ['vip', 'is vip'],
  'contact.locale': ['language', 'locale', 'idioma'],
  'pet.name': ['pet', 'pet name', 'animal', 'animal name', 'patient', 'nome do pet', 'nome do animal', 'paciente'],
  'pet.species': ['species', 'pet type', 'pet species', 'animal type', 'type', 'especie', 'tipo'],
  'pet.breed': ['breed', 'pet breed', 'raca'],
  'pet.sex': ['sex', 'gender', 'pet gender', 'sexo', 'genero'],
  'pet.birth_date': [
    'birth date',
    'birthday',
    'date of birth',
    'dob',
    'pet birthday',
    'nascimento',
    'data de nascimento',
  ],
  'pet.weight_kg': ['weight', 'weight kg', 'pet weight', 'peso', 'peso kg'],
  'pet.coat': ['coat', 'coat type', 'hair length', 'pelagem', 'pelo'],
  'pet.allergies': ['allergies', 'allergy', 'alergias'],
  'pet.temperament': ['temperament', 'behavior', 'behaviour', 'temperamento'],
  'pet.notes': ['pet notes', 'animal notes', 'observacoes do pet'],
  'vaccination.name': ['vaccine', 'vaccination', 'vaccine name', 'immunization', 'immunization type', 'vacina'],
  'vaccination.given_on': [
    'given on',
    'date given',
    'vaccination date',
    'immunization date',
    'aplicada em',
    'data da vacina',
  ],
  'vaccination.expires_on': [
    'expires on',
    'expires',
    'expiration',
    'expiration date',
    'expiry date',
    'vaccine expiration',
    'valid until',
    'validade',
    'vencimento',
    'valida ate',
  ],
};

/** Words of a product for which the generic list has another meaning, or none. */
const PRESETS: Record<ImportPreset, Partial<Record<ImportField, readonly string[]>>> = {
  generic: {},
  moego: {
    'contact.phone': ['primary number', 'primary contact'],
    'pet.temperament': ['pet codes', 'pet code'],
    'pet.coat': ['hair length', 'coat type'],
    'contact.notes': ['client alert notes', 'alert notes'],
    'vaccination.name': ['vaccine type'],
    'vaccination.expires_on': ['vaccine expiration date'],
  },
  gingr: {
    'contact.full_name': ['owner full name'],
    'contact.phone': ['cell phone', 'home phone'],
    'pet.name': ['animal first name', 'animal full name'],
    'pet.species': ['animal species'],
    'pet.notes': ['grooming notes'],
    'pet.temperament': ['icons'],
    'vaccination.name': ['immunization name'],
    'vaccination.expires_on': ['immunization expiration', 'immunization expiration date', 'next due'],
  },
};

/** Words of a column that has the end of the vaccination after which it is named. */
const VACCINES = [
  'rabies',
  'raiva',
  'antirrabica',
  'bordetella',
  'dhpp',
  'dhlpp',
  'distemper',
  'fvrcp',
  'felv',
  'leptospirosis',
  'v8',
  'v10',
];

/** The likely field of each column, each field once. */
export function suggestMapping(columns: readonly string[], preset: ImportPreset): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return columns.map((column) => {
    const name = columnKey(column);
    const field = fieldOf(name, PRESETS[preset]) ?? fieldOf(name, GENERIC);
    if (field && !taken.has(field)) {
      taken.add(field);
      return field;
    }
    const isVaccine = name.split(' ').some((word) => VACCINES.includes(word));
    return isVaccine ? 'vaccination.expiry' : null;
  });
}

/** @throws never; an empty list means that the mapping can be used */
export function mappingProblems(mapping: ColumnMapping): string[] {
  const used = mapping.filter((field) => field !== null);
  const repeated = used.find((field, place) => field !== 'vaccination.expiry' && used.indexOf(field) !== place);
  const hasName = used.includes('contact.full_name') || used.includes('contact.first_name');
  const needsPet = used.some((field) => field.startsWith('pet.') || field.startsWith('vaccination.'));
  const isDated = used.includes('vaccination.given_on') || used.includes('vaccination.expires_on');
  return [
    ...(repeated ? [`Two columns are ${repeated}; choose one of them`] : []),
    ...(hasName ? [] : ['No column has the name of the contact; choose contact.full_name or contact.first_name']),
    ...(needsPet && !used.includes('pet.name') ? ['No column has the name of the pet; choose pet.name'] : []),
    ...(isDated && !used.includes('vaccination.name') ? ['Dates of a vaccination need vaccination.name'] : []),
  ];
}

function fieldOf(name: string, names: Partial<Record<ImportField, readonly string[]>>): ImportField | undefined {
  return IMPORT_FIELDS.find((field) => names[field]?.includes(name));
}

const columnKey = (column: string): string =>
  foldText(column)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
