import { type ColumnMapping, mappingProblems, suggestMapping } from './column-mapping.js';
import { readAmount, readDate, readDuration, readSex, readSpecies, readTime, readWeight } from './import-values.js';
import { RowReader } from './row-reader.js';

describe('suggestMapping', () => {
  it('recognises columns in English and Portuguese, each field once', () => {
    expect(
      suggestMapping(['Nome do tutor', 'CELULAR', 'E-mail', 'Nome do Pet', 'Espécie', 'Name'], 'customers', 'generic'),
    ).toEqual(['contact.full_name', 'contact.phone', 'contact.email', 'pet.name', 'pet.species', null]);
  });

  it('takes a column that is named after a vaccination as its end', () => {
    expect(
      suggestMapping(['Client', 'Pet name', 'Rabies', 'DHPP expires', 'Colour'], 'customers', 'generic').slice(2),
    ).toEqual(['vaccination.expiry', 'vaccination.expiry', null]);
  });

  it('recognises the columns of appointments and services', () => {
    const columns = ['Date', 'Time', 'Service', 'Groomer', 'Client', 'Pet name', 'Price', 'Notes'];
    expect(suggestMapping(columns, 'appointments', 'generic')).toEqual([
      'appointment.date',
      'appointment.time',
      'appointment.service',
      'appointment.person',
      'contact.full_name',
      'pet.name',
      'appointment.price',
      'appointment.notes',
    ]);
    expect(
      suggestMapping(['Check In', 'Reservation Type', 'Specialist', 'Cell Phone'], 'appointments', 'gingr'),
    ).toEqual(['appointment.date', 'appointment.service', 'appointment.person', 'contact.phone']);
    expect(suggestMapping(['Staff member', 'Ticket comments', 'Primary number'], 'appointments', 'moego')).toEqual([
      'appointment.person',
      'appointment.notes',
      'contact.phone',
    ]);
    expect(suggestMapping(['Nome', 'Duração', 'Preço', 'Categoria'], 'services', 'generic')).toEqual([
      'service.name',
      'service.duration',
      'service.price',
      'service.category',
    ]);
  });

  it('knows the words of MoeGo and Gingr', () => {
    expect(
      suggestMapping(['First name', 'Last name', 'Primary number', 'Pet name', 'Pet codes'], 'customers', 'moego'),
    ).toEqual(['contact.first_name', 'contact.last_name', 'contact.phone', 'pet.name', 'pet.temperament']);
    expect(suggestMapping(['Owner', 'Cell Phone', 'Animal', 'Immunization', 'Next due'], 'customers', 'gingr')).toEqual(
      ['contact.full_name', 'contact.phone', 'pet.name', 'vaccination.name', 'vaccination.expires_on'],
    );
  });
});

describe('mappingProblems', () => {
  it.each<[string, ColumnMapping, RegExp]>([
    ['no name', ['contact.phone'], /name of the contact/],
    ['two columns of one field', ['contact.full_name', 'contact.full_name'], /Two columns/],
    ['a pet without a name', ['contact.full_name', 'pet.breed'], /name of the pet/],
    ['dates without a vaccination', ['contact.full_name', 'pet.name', 'vaccination.given_on'], /vaccination.name/],
  ])('refuses %s', (_, mapping, problem) => {
    expect(mappingProblems(mapping, 'customers').join()).toMatch(problem);
  });
});

describe('values of cells', () => {
  it.each([
    ['2026-04-03', 'month_first', '2026-04-03'],
    ['03/04/2026', 'day_first', '2026-04-03'],
    ['3/4/26', 'month_first', '2026-03-04'],
    ['03.04.2026 10:30', 'day_first', '2026-04-03'],
    ['2026-04-03T00:00:00Z', 'day_first', '2026-04-03'],
    ['31/02/2026', 'day_first', undefined],
    ['soon', 'day_first', undefined],
  ] as const)('reads the date %s', (text, order, date) => {
    expect(readDate(text, order)).toBe(date);
  });

  it.each([
    ['10:30', '10:30'],
    ['9:05', '09:05'],
    ['2 pm', '14:00'],
    ['12:15 AM', '00:15'],
    ['14h30', '14:30'],
    ['14h', '14:00'],
    ['03/04/2026 10:30:00', '10:30'],
    ['2026-04-03T10:30', '10:30'],
    ['25:00', undefined],
    ['2026-04-03', undefined],
    ['1430', undefined],
  ])('reads the time %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it('reads durations and amounts', () => {
    expect(['90', '45 min', '1:30', '1h30', '1.5 h', '2 horas', 'long'].map(readDuration)).toEqual([
      90,
      45,
      90,
      90,
      90,
      120,
      undefined,
    ]);
    expect(['90', 'R$ 1.234,50', '$1,234.50', '25,5', '1.000', 'free', '-5'].map(readAmount)).toEqual([
      90,
      1_234.5,
      1_234.5,
      25.5,
      1_000,
      undefined,
      undefined,
    ]);
  });

  it('reads weights, sexes and species', () => {
    expect([readWeight('8,5 kg'), readWeight('10 lbs'), readWeight('heavy')]).toEqual([8.5, 4.54, undefined]);
    expect([readSex('Fêmea'), readSex('Male (neutered)'), readSex('?')]).toEqual(['female', 'male', 'unknown']);
    expect([readSpecies('Canina'), readSpecies('GATO'), readSpecies('Iguana')]).toEqual(['dog', 'cat', 'Iguana']);
  });
});

describe('RowReader', () => {
  const columns = ['First', 'Last', 'Mail', 'Phone', 'Pet', 'Born', 'Rabies'];
  const mapping: ColumnMapping = [
    'contact.first_name',
    'contact.last_name',
    'contact.email',
    'contact.phone',
    'pet.name',
    'pet.birth_date',
    'vaccination.expiry',
  ];
  const read = (...cells: string[]) => new RowReader({ columns, mapping, dates: 'day_first' }).read(cells);

  it('reads a contact with a vaccinated pet', async () => {
    const { read: row, problems } = await read(
      'Ana',
      'Lima',
      'ANA@Example.com',
      "'+55 11 98888-7777",
      'Rex',
      '1/2/2020',
      '31/01/2030',
    );
    expect(problems).toEqual([]);
    expect(row?.contact).toMatchObject({ full_name: 'Ana Lima', email: 'ana@example.com', phone: '+55 11 98888-7777' });
    expect(row?.pet).toMatchObject({ name: 'Rex', birth_date: '2020-02-01' });
    expect(row?.vaccinations).toEqual([{ name: 'Rabies', given_on: null, expires_on: '2030-01-31' }]);
  });

  it('reads a contact without a pet', async () => {
    expect(await read('Ana')).toMatchObject({ read: { contact: { full_name: 'Ana' }, pet: null } });
  });

  it('names the column and what to do for each problem', async () => {
    const { read: row, problems } = await read('', '', 'nobody', 'call me', '', 'soon', '2030-01-31');
    expect(row).toBeUndefined();
    expect(problems.map(({ column }) => column).sort()).toEqual(['Born', 'First', 'Mail', 'Phone', null, null].sort());
    expect(problems.find(({ column }) => column === 'Born')?.message).toMatch(/Write it as YYYY-MM-DD/);
    expect(problems.find(({ column }) => column === 'First')?.message).toBe(
      'The contact has no name. Fill in the name.',
    );
  });
});
