import { type ColumnMapping, mappingProblems, suggestMapping } from './import-fields.js';
import { readDate, readSex, readSpecies, readWeight } from './import-values.js';
import { RowReader } from './row-reader.js';

describe('suggestMapping', () => {
  it('recognises columns in English and Portuguese, each field once', () => {
    expect(suggestMapping(['Nome do tutor', 'CELULAR', 'E-mail', 'Nome do Pet', 'Espécie', 'Name'], 'generic')).toEqual(
      ['contact.full_name', 'contact.phone', 'contact.email', 'pet.name', 'pet.species', null],
    );
  });

  it('takes a column that is named after a vaccination as its end', () => {
    expect(suggestMapping(['Client', 'Pet name', 'Rabies', 'DHPP expires', 'Colour'], 'generic').slice(2)).toEqual([
      'vaccination.expiry',
      'vaccination.expiry',
      null,
    ]);
  });

  it('knows the words of MoeGo and Gingr', () => {
    expect(suggestMapping(['First name', 'Last name', 'Primary number', 'Pet name', 'Pet codes'], 'moego')).toEqual([
      'contact.first_name',
      'contact.last_name',
      'contact.phone',
      'pet.name',
      'pet.temperament',
    ]);
    expect(suggestMapping(['Owner', 'Cell Phone', 'Animal', 'Immunization', 'Next due'], 'gingr')).toEqual([
      'contact.full_name',
      'contact.phone',
      'pet.name',
      'vaccination.name',
      'vaccination.expires_on',
    ]);
  });
});

describe('mappingProblems', () => {
  it.each<[string, ColumnMapping, RegExp]>([
    ['no name', ['contact.phone'], /name of the contact/],
    ['two columns of one field', ['contact.full_name', 'contact.full_name'], /Two columns/],
    ['a pet without a name', ['contact.full_name', 'pet.breed'], /name of the pet/],
    ['dates without a vaccination', ['contact.full_name', 'pet.name', 'vaccination.given_on'], /vaccination.name/],
  ])('refuses %s', (_, mapping, problem) => {
    expect(mappingProblems(mapping).join()).toMatch(problem);
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
