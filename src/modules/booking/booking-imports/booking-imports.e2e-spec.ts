import request from 'supertest';
import { aStaffMember, registerCompany } from '../../../../test/builders/accounts.js';
import { aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPet } from '../../../../test/builders/pets.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { Salon } from '../../../../test/support/salon.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';

const HEADER = 'Date,Time,Service,Staff,Phone,Pet,Price,Notes';
const AFTER_BOOKING = 'imports.booked';
const PHONE = '+55 11 98888-7777';

describe('imports of services and appointments', () => {
  let processes: DoomedProcesses;
  let salon: Salon;
  let customer: string;

  beforeAll(async () => {
    processes = await DoomedProcesses.open({ RUN_JOBS: 'yes' });
  });
  beforeEach(async () => {
    salon = await Salon.open(processes.survivor);
    ({ _id: customer } = await aContact(processes.survivor, salon.owner, { full_name: 'Ana', phone: PHONE }));
    await aPet(processes.survivor, salon.owner, customer, { name: 'Rex', species: 'dog' });
  });
  afterAll(() => processes.close());

  const drain = (): Promise<unknown> => processes.survivor.app.get<unknown, InlineJobs>(Jobs).drain();
  const call = (method: 'get' | 'post' | 'patch', path: string) => salon.call(method, path, salon.owner);
  const upload = async (lines: readonly string[], kind = 'appointments') =>
    (
      await call('post', `/contacts/imports?kind=${kind}`)
        .attach('file', Buffer.from(lines.join('\r\n')), `${kind}.csv`)
        .expect(201)
    ).body;
  const step = async (id: string, name: 'check' | 'start' | 'undo', body: object = {}) => {
    await call('post', `/contacts/imports/${id}/${name}`).send(body).expect(202);
    await drain();
    return (await call('get', `/contacts/imports/${id}`).expect(200)).body;
  };
  const checked = async (lines: readonly string[], kind?: string) => {
    const { _id, mapping } = await upload(lines, kind);
    return step(_id, 'check', { mapping });
  };
  const problemsOf = async (id: string) =>
    (await call('get', `/contacts/imports/${id}/broken-rows`).expect(200)).body.items.map(
      ({ row, problems }: { row: number; problems: { code: string }[] }) => [row, ...problems.map(({ code }) => code)],
    );
  const booked = async () =>
    (await call('get', `/appointments?contact_id=${customer}&status=confirmed`).expect(200)).body.items;
  const row = (time: string, more: Partial<Record<'service' | 'staff' | 'phone' | 'pet' | 'rest', string>> = {}) =>
    [
      salon.monday,
      time,
      more.service ?? 'Bath',
      more.staff ?? '',
      more.phone ?? PHONE,
      more.pet ?? 'Rex',
      more.rest,
    ].join();

  it('shows what cannot be booked and why, and books the rest without a notice to the customer', async () => {
    const colleague = await aStaffMember(processes.survivor, salon.owner);
    await salon.booked('09:00');
    const lines = [
      HEADER,
      row('10:00', { staff: salon.groomer.user.email, rest: '"75,50",Shy' }),
      row('11:00', { service: 'Massage' }),
      row('9:00 AM'),
      row('12:00', { staff: colleague.user.email }),
      row('13:00', { phone: '+55 11 97777-0000' }),
      row('10:30', { pet: '', rest: '' }),
      row('14:00', { pet: 'Nobody' }),
      `2020-01-06,10:00,Bath,,${PHONE},Rex`,
      row('soon'),
      row('15:00', { rest: '99999999999999' }),
    ];
    const dry = await checked(lines);
    expect(dry).toMatchObject({ state: 'checked', counts: { rows: 10, broken: 9, appointments_created: 1 } });
    expect(await problemsOf(dry._id)).toEqual([
      [3, 'SERVICE_UNKNOWN'],
      [4, 'SLOT_TAKEN'],
      [5, 'SLOT_NOT_OFFERED'],
      [6, 'CUSTOMER_UNKNOWN'],
      [7, 'TAKEN_IN_FILE'],
      [8, 'PET_UNKNOWN'],
      [9, 'IN_THE_PAST'],
      [10, 'INVALID_TIME'],
      [11, 'INVALID_PRICE'],
    ]);
    expect(await booked()).toEqual([]);
    expect(await step(dry._id, 'start')).toMatchObject({ state: 'done', counts: dry.counts });
    expect(await booked()).toMatchObject([
      { starts_at: salon.at('10:00'), price: 7_550, notes: 'Shy', source: 'import', staff_id: salon.groomer.user._id },
    ]);
  });

  it('finds a customer by the id or the name', async () => {
    await aContact(processes.survivor, salon.owner, { full_name: 'Bia Souza', email: 'bia@example.com' });
    const dry = await checked([
      'Date,Time,Service,Contact id,Customer',
      `${salon.monday},10:00,Bath,${customer},`,
      `${salon.monday},11:00,Bath,4711,BIA SOUZA`,
      `${salon.monday},12:00,Bath,4711,`,
    ]);
    expect(dry.counts).toMatchObject({ appointments_created: 2, broken: 1 });
    expect(await problemsOf(dry._id)).toEqual([[4, 'CUSTOMER_UNKNOWN']]);
  });

  it('recognises a repeated file, and undoes only what nobody has touched', async () => {
    const lines = [HEADER, row('10:00'), row('12:00'), row('14:00')];
    const first = await checked(lines);
    expect((await step(first._id, 'start')).counts).toMatchObject({ appointments_created: 3, broken: 0 });
    const again = await checked(lines);
    expect(again.counts).toMatchObject({ appointments_created: 0, appointments_matched: 3, broken: 0 });
    await step(again._id, 'start');
    const [one, two] = await booked();
    expect(await booked()).toHaveLength(3);
    await call('patch', `/appointments/${one._id}`).send({ notes: 'Bring a towel' }).expect(200);
    await call('post', `/appointments/${two._id}/cancel`).send({}).expect(200);
    expect(await step(first._id, 'undo')).toMatchObject({ state: 'undone', counts: { kept: 1 } });
    expect(await booked()).toMatchObject([{ _id: one._id }]);
  });

  it('books each row once after a kill in the middle', async () => {
    const { _id } = await checked([HEADER, row('10:00'), row('12:00'), row('14:00'), row('16:00')]);
    const starting = (url: string) =>
      request(url).post(`/api/v1/contacts/imports/${_id}/start`).set(salon.owner.auth).send({});
    await processes.killedAt(`${AFTER_BOOKING}:2`, async (url) => {
      await starting(url).expect(202);
    });
    expect(await booked()).toHaveLength(2);
    expect(await step(_id, 'start')).toMatchObject({ state: 'done', counts: { appointments_created: 4, broken: 0 } });
    expect((await booked()).map(({ starts_at }: { starts_at: string }) => starts_at.slice(11, 16))).toEqual([
      '10:00',
      '12:00',
      '14:00',
      '16:00',
    ]);
    expect(await step(_id, 'undo')).toMatchObject({ state: 'undone', counts: { kept: 0 } });
    expect(await booked()).toEqual([]);
  });

  it('makes and changes services by their name, and undoes what nobody has changed since', async () => {
    const lines = [
      'Service;Duration;Price;Category;Description',
      'bath;45 min;R$ 90,00;;Warm water',
      'Hotel;24h;120;Boarding;',
      'Nails;0:15;25,5;Extras;Quick',
      'Nails;30;;;',
      'Teeth;soon;20;;',
      'Ears;;20;;',
    ];
    const dry = await checked(lines, 'services');
    expect(dry.counts).toMatchObject({ services_created: 2, services_updated: 1, broken: 3 });
    expect(await problemsOf(dry._id)).toEqual([
      [5, 'SERVICE_TWICE'],
      [6, 'INVALID_DURATION'],
      [7, 'VALUE_MISSING'],
    ]);
    expect(await step(dry._id, 'start')).toMatchObject({ state: 'done', counts: dry.counts });
    const services = async () => (await call('get', '/services').expect(200)).body.items;
    expect(await services()).toMatchObject([
      { name: 'Bath', duration_min: 45, price: 9_000, description: 'Warm water', step_min: 30 },
      { name: 'Hotel', kind: 'boarding', duration_min: 1_440, price: 12_000 },
      { name: 'Nails', kind: 'timed', duration_min: 15, price: 2_550 },
    ]);
    const again = await checked(lines, 'services');
    expect(again.counts).toMatchObject({ services_created: 0, services_updated: 0, services_matched: 3 });
    const [, hotel] = await services();
    await call('patch', `/services/${hotel._id}`).send({ price: 13_000 }).expect(200);
    expect(await step(dry._id, 'undo')).toMatchObject({ state: 'undone', counts: { kept: 1 } });
    expect(await services()).toMatchObject([
      { name: 'Bath', duration_min: 60, price: 8_000, description: null },
      { name: 'Hotel', price: 13_000 },
    ]);
  });

  it('shows how far it is to those who may import, and reports its end', async () => {
    const socket = await StaffSocket.connect(processes.survivor, salon.owner.tokens.accessToken);
    const staff = await StaffSocket.connect(processes.survivor, salon.groomer.tokens.accessToken);
    const { _id } = await checked([HEADER, row('10:00')]);
    await step(_id, 'start');
    await staff.next('import:completed', ({ importId }) => importId === _id);
    await socket.next('import:completed', ({ importId }) => importId === _id);
    const progress = ({ received }: StaffSocket) =>
      received.filter(({ event }) => event === 'import:progress').map(({ data }) => [data['state'], data['rows']]);
    expect(progress(socket)).toContainEqual(['importing', 1]);
    expect(progress(staff)).toEqual([]);
    socket.close();
    staff.close();
  });

  it('needs the permission for bookings beside that for imports', async () => {
    const { body: key } = await call('post', '/api-keys')
      .send({ name: 'Files', permissions: ['contacts:import', 'contacts:read'] })
      .expect(201);
    const upload = (kind: string) =>
      request(processes.survivor.url)
        .post(`/api/v1/contacts/imports?kind=${kind}`)
        .set({ authorization: `Bearer ${key.key}` })
        .attach('file', Buffer.from('Name\nAna'), 'a.csv');
    await upload('customers').expect(201);
    expect((await upload('services').expect(403)).body.message).toContain('booking:manage');
    await upload('appointments').expect(403);
  });

  it('finds only customers and people of the own company', async () => {
    const other = await registerCompany(processes.survivor);
    await aContact(processes.survivor, other, { full_name: 'Elsewhere', phone: '+55 11 95555-0000' });
    await aService(processes.survivor, other, { name: 'Other service' });
    const dry = await checked([
      HEADER,
      row('10:00', { phone: '+55 11 95555-0000' }),
      row('12:00', { service: 'Other service' }),
    ]);
    expect(await problemsOf(dry._id)).toEqual([
      [2, 'CUSTOMER_UNKNOWN'],
      [3, 'SERVICE_UNKNOWN'],
    ]);
  });
});
