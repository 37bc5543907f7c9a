import fc from 'fast-check';
import { type NoticedCustomer, NoticedSalon } from '../../../../test/support/noticed-salon.js';
import { sized } from '../../../../test/support/sizes.js';
import type { ReminderDto } from './dto/reminder.dto.js';
import { ReminderSweep } from './reminder-sweep.service.js';

const HOUR_MS = 3_600_000;
const LEAD_MS = 24 * HOUR_MS;
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16];
const VISITS = 3;

type Step =
  | { do: 'book' | 'move'; visit: number; hour: number }
  | { do: 'cancel'; visit: number }
  | { do: 'edit' }
  | { do: 'sweep'; hours: number };

const visit = fc.integer({ min: 0, max: VISITS - 1 });
const hour = fc.constantFrom(...HOURS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('book' as const, 'move' as const), visit, hour }),
  fc.record({ do: fc.constant('cancel' as const), visit }),
  fc.record({ do: fc.constant('edit' as const) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sweep' as const), hours: fc.integer({ min: 1, max: 5 }) }) },
);

interface Visit {
  customer: NoticedCustomer;
  id?: string;
  hour?: number;
}

/** Any order of bookings, moves, cancellations, edits of the rule and sweeps, two of them at once. */
describe('the reminders of any history', () => {
  let noticed: NoticedSalon;

  beforeAll(async () => {
    noticed = await NoticedSalon.open();
    await noticed.salon.call('patch', '/booking-settings', noticed.salon.owner).send({ quiet_hours: null }).expect(200);
  });
  afterAll(() => noticed.close());

  it('are sent once for each time of a visit, at that time, and never for a dead or moved one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        const history = await History.begin(noticed);
        for (const one of steps) await history.take(one);
        expect(await history.sent()).toEqual(history.expected());
        await history.end();
      }),
      { numRuns: sized(3, 40), endOnFailure: true },
    );
  });
});

class History {
  /** Appointment and start of everything that was decided, and whether it was sent. */
  private readonly decided = new Map<string, boolean>();
  private now: number;
  private swept = 0;

  private constructor(
    private readonly noticed: NoticedSalon,
    private readonly rule: string,
    private readonly visits: Visit[],
  ) {
    this.now = this.startOf(9) - LEAD_MS - 3 * HOUR_MS;
  }

  static async begin(noticed: NoticedSalon): Promise<History> {
    const fields = {
      kind: 'reminder',
      minutes_before: 1_440,
      text: { en: 'At {{time}}' },
      channels: ['mail'],
      active: true,
    };
    const { body } = await noticed.salon.call('post', '/reminder-rules', noticed.salon.owner).send(fields).expect(201);
    const visits: Visit[] = [];
    for (let index = 0; index < VISITS; index++) visits.push({ customer: await noticed.aCustomerByMail() });
    return new History(noticed, body._id as string, visits);
  }

  async take(step: Step): Promise<void> {
    const { salon } = this.noticed;
    if (step.do === 'sweep') return this.sweep(step.hours);
    if (step.do === 'edit') {
      const text = { en: `At {{time}}, ${this.now}` };
      await salon.call('patch', `/reminder-rules/${this.rule}`, salon.owner).send({ text }).expect(200);
      return;
    }
    const one = this.visits[step.visit]!;
    if (step.do === 'cancel') {
      if (one.id)
        await salon.call('post', `/appointments/${one.id}/cancel`).send({ notify_customer: false }).expect(200);
      delete one.id;
      return;
    }
    if (this.visits.some(({ id, hour: taken }) => id !== undefined && taken === step.hour)) return;
    const starts_at = new Date(this.startOf(step.hour)).toISOString();
    const silent = { notify_customer: false };
    if (!one.id)
      one.id = (await salon.booked(timeOf(step.hour), { contact_id: one.customer.contactId, ...silent }))._id;
    else
      await salon
        .call('patch', `/appointments/${one.id}`)
        .send({ starts_at, ...silent })
        .expect(200);
    one.hour = step.hour;
  }

  /** What the model sent, sorted. */
  expected(): string[] {
    return [...this.decided].flatMap(([key, isSent]) => (isSent ? key : [])).sort();
  }

  /** What the log says, which must be what the mail server got. */
  async sent(): Promise<string[]> {
    const query = { rule_id: this.rule, state: 'sent', limit: 100 };
    const { body } = await this.noticed.salon.call('get', '/reminders').query(query).expect(200);
    const items = body.items as ReminderDto[];
    for (const { customer } of this.visits) {
      const own = items.filter(({ contact_id }) => contact_id === customer.contactId);
      expect(await this.noticed.mails(customer)).toHaveLength(own.length);
    }
    return items.map(({ appointment_id, starts_at }) => `${appointment_id}:${Date.parse(starts_at)}`).sort();
  }

  async end(): Promise<void> {
    for (const index of this.visits.keys()) await this.take({ do: 'cancel', visit: index });
    await this.noticed.salon.call('delete', `/reminder-rules/${this.rule}`, this.noticed.salon.owner).expect(204);
  }

  private async sweep(hours: number): Promise<void> {
    this.now += hours * HOUR_MS;
    const { signal } = new AbortController();
    const sweeper = this.noticed.service(ReminderSweep);
    await Promise.all([1, 2].map(() => sweeper.run(new Date(this.now), signal)));
    for (const { id, hour = 0 } of this.visits) {
      const start = this.startOf(hour);
      const isDue = start - LEAD_MS > this.swept && start - LEAD_MS <= this.now;
      const key = `${id}:${start}`;
      if (id !== undefined && isDue && !this.decided.has(key)) this.decided.set(key, this.now < start - LEAD_MS / 2);
    }
    this.swept = this.now;
  }

  private startOf(hour: number): number {
    return Date.parse(this.noticed.salon.at(timeOf(hour)));
  }
}

const timeOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
