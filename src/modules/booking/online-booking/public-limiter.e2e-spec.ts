import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { anEmail } from '../../../../test/builders/accounts.js';
import { aPublicSalon, aWeekday, type PublicSalon, Visitor } from '../../../../test/builders/public-booking.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { codeAddressOf } from './code-address.js';
import { ContactChecksService } from './contact-checks.service.js';
import { PublicHoldsService } from './public-holds.service.js';
import { type PublicPage, PublicPageLoader } from './public-page-loader.js';

const SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
/** Requests of a known caller per minute; the limits of an address and a company are shares of it. */
const RATE = 40;
const [OF_ADDRESS, HOLDS, CODES] = [2, 20, 2];
const MAX_CODES_TO_ADDRESS = 10;

describe('many visitors at once', () => {
  let setUp: TestApp;
  let app: TestApp;
  let salon: PublicSalon;
  let page: PublicPage;
  const starts_at = new Date(`${aWeekday()}T09:00:00.000Z`);

  beforeAll(async () => {
    setUp = await startTestApp(SECRETS);
    const uri = String(setUp.config.mongodbUri);
    app = await startTestApp({ ...SECRETS, MONGODB_URI: uri, RATE_LIMIT_PER_MINUTE: String(RATE) });
  });
  beforeEach(async () => {
    salon = await aPublicSalon(setUp);
    page = await pageOf(salon);
  });
  afterAll(async () => {
    await app.close();
    await setUp.close();
  });

  const pageOf = ({ slug }: PublicSalon): Promise<PublicPage> =>
    app.app.get(PublicPageLoader, { strict: false }).load(slug);
  const codeOf = (failed: unknown): unknown => (failed as { code?: unknown }).code;
  /** From a new IP address. */
  const hold = (of = page, service_id = salon.serviceId): Promise<unknown> => {
    const visitor = { key: randomBytes(8).toString('hex'), address: randomBytes(8).toString('hex') };
    const input = { items: [{ service_id, pet_id: null, add_ons: [] }], starts_at };
    const holds = app.app.get(PublicHoldsService, { strict: false });
    return holds.hold(of, visitor, input).then(() => 'HELD', codeOf);
  };
  const send = (email: string, of = page, holdId = new Types.ObjectId(), by = app): Promise<unknown> => {
    const checks = by.app.get(ContactChecksService, { strict: false });
    return checks.send(of, holdId, codeAddressOf({ email })).then(() => 'SENT', codeOf);
  };

  it('are limited by IP address, and other IP addresses can hold', async () => {
    const visitor = new Visitor(app, salon);
    const input = { service_id: salon.serviceId, starts_at };
    const answers: number[] = [];
    for (let asked = 0; asked < HOLDS * 2; asked++) answers.push((await visitor.post('holds', input)).status);
    expect(answers.filter((status) => status !== 429)).toHaveLength(OF_ADDRESS);
    expect(await hold()).toBe('SLOT_TAKEN');
  });

  it('are limited per company, and other companies are not affected', async () => {
    const answers = await Promise.all(Array.from({ length: HOLDS + 5 }, () => hold()));
    expect(answers.filter((answer) => answer === 'RATE_LIMITED')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'HELD')).toHaveLength(1);
    const other = await aPublicSalon(setUp);
    expect(await hold(await pageOf(other), other.serviceId)).toBe('HELD');
  });

  it('get a limited number of codes per company, and other companies are not affected', async () => {
    const answers: unknown[] = [];
    for (let asked = 0; asked < CODES + 2; asked++) answers.push(await send(anEmail()));
    expect(answers).toEqual(['SENT', 'SENT', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await send(anEmail(), await pageOf(await aPublicSalon(setUp)))).toBe('SENT');
  });

  it('get five codes an hour per e-mail address and three per hold, also in parallel', async () => {
    const [email, holdId] = [anEmail(), new Types.ObjectId()];
    const toOne = await Promise.all(Array.from({ length: 8 }, () => send(email, page, undefined, setUp)));
    expect(toOne.filter((answer) => answer === 'SENT')).toHaveLength(5);
    const ofOne = await Promise.all(Array.from({ length: 8 }, () => send(anEmail(), page, holdId, setUp)));
    expect(ofOne.filter((answer) => answer === 'SENT')).toHaveLength(3);
    expect(new Set([...toOne, ...ofOne])).toEqual(new Set(['SENT', 'TOO_MANY_CODES']));
    expect(await receiveMails(setUp, email)).toHaveLength(5);
  });

  it('get ten codes an hour per e-mail address over all companies', async () => {
    const email = anEmail();
    const answers: unknown[] = [];
    for (let asked = 0; asked < 3; asked++) {
      const of = await pageOf(await aPublicSalon(setUp));
      for (let sent = 0; sent < 4; sent++) answers.push(await send(email, of, undefined, setUp));
    }
    expect(answers.filter((answer) => answer === 'SENT')).toHaveLength(MAX_CODES_TO_ADDRESS);
    expect(answers.slice(MAX_CODES_TO_ADDRESS)).toEqual(['TOO_MANY_CODES', 'TOO_MANY_CODES']);
  });
});
