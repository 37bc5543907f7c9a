import { Logger, Module } from '@nestjs/common';
import { getModelToken, MongooseModule } from '@nestjs/mongoose';
import { ScheduleModule } from '@nestjs/schedule';
import { type Model, Types } from 'mongoose';
import { messengerRead, messengerText, type WebhookEvent, buildPayload } from '../../../../../sandbox/events/index.js';
import { shuffled } from '../../../../../sandbox/shuffle.js';
import { CORE_MODULES } from '../../../../../test/support/core-modules.js';
import { SessionsModule } from '../../../../../test/support/sessions.module.js';
import { startTestModule, type TestModule } from '../../../../../test/support/test-module.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { LockLeaseRecord } from '../../../../core/locks/lock-lease.schema.js';
import { LockLeasesRepository } from '../../../../core/locks/lock-leases.repository.js';
import { Metrics } from '../../../../core/metrics/index.js';
import { ShutdownSteps } from '../../../../core/shutdown/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ChannelsRepository } from '../../channels/channels.repository.js';
import { ChannelsModule } from '../../channels/index.js';
import { type InboundChannel, type InboundEvent, InboundEvents, type InboundOutcome } from '../../messages/index.js';
import { SocialEventRecord, SocialEventSchema, SocialEventsRepository } from '../../social-events/index.js';
import { AckPriority, EVENTS_BESIDE_ACKS } from '../ack-priority.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { InboundMappers } from '../inbound-mappers.js';
import { InboundSignal } from '../inbound-signal.js';
import { HOLDING_ATTEMPTS, MAX_ATTEMPTS, MAX_DEATHS, STATUS_PARK_MS } from '../inbound-events.constants.js';
import { InboundEventRecord, InboundEventSchema } from '../schemas/inbound-event-record.schema.js';
import { toInboundEvent } from '../inbound-event-factory.js';
import { mapItem } from '../../meta/mapping/map-item.js';
import { splitDelivery } from '../../meta/webhook/split-delivery.js';
import { EventApplier } from './event-applier.js';
import { InboundDrain } from './inbound-drain.js';
import { LaneDrain } from './lane-drain.js';

const PAGE = '900100';
const START = Date.parse('2026-09-01T10:00:00Z');

/** Remembers what it was given; answers as the test tells it to. */
class RecordingInbound extends InboundEvents {
  readonly applied: InboundEvent[] = [];
  answer: (event: InboundEvent) => InboundOutcome | Promise<InboundOutcome> = () => 'applied';
  running = 0;
  most = 0;

  async apply(_: CompanyScope, __: InboundChannel, event: InboundEvent): Promise<InboundOutcome> {
    this.most = Math.max(this.most, ++this.running);
    try {
      await new Promise(setImmediate);
      const outcome = await this.answer(event);
      this.applied.push(event);
      return outcome;
    } finally {
      this.running--;
    }
  }

  textsOf(customerId: string): string[] {
    return this.applied.flatMap((event) =>
      event.kind === 'message' && event.customer_id === customerId ? [event.content] : [],
    );
  }
}

@Module({
  imports: [
    SessionsModule,
    MongooseModule.forFeature([{ name: InboundEventRecord.name, schema: InboundEventSchema }]),
    MongooseModule.forFeature([{ name: SocialEventRecord.name, schema: SocialEventSchema }]),
    ScheduleModule.forRoot(),
    ChannelsModule,
    ...CORE_MODULES,
  ],
  providers: [
    InboundEventsRepository,
    SocialEventsRepository,
    InboundSignal,
    AckPriority,
    LaneDrain,
    EventApplier,
    InboundMappers,
    InboundDrain,
    { provide: InboundEvents, useClass: RecordingInbound },
  ],
})
class DrainTestModule {}

describe('InboundDrain', () => {
  let running: TestModule;
  let events: InboundEventsRepository;
  let model: Model<InboundEventRecord>;
  let drain: InboundDrain;
  let other: InboundDrain;
  let otherLocks: KeyedLocks;
  let inbound: RecordingInbound;
  let companyId: Types.ObjectId;

  beforeAll(async () => {
    running = await startTestModule('drain', [DrainTestModule]);
    Logger.overrideLogger(false);
    const { module } = running;
    events = module.get(InboundEventsRepository, { strict: false });
    model = module.get(getModelToken(InboundEventRecord.name), { strict: false });
    drain = module.get(InboundDrain, { strict: false });
    inbound = module.get(InboundEvents, { strict: false });
    module.get(InboundMappers, { strict: false }).register('meta', { event: mapItem });
    // What a second process has for itself; the database is all they share.
    const leases = new LockLeasesRepository(module.get(getModelToken(LockLeaseRecord.name), { strict: false }));
    const laneDrain = module.get(LaneDrain, { strict: false });
    otherLocks = new KeyedLocks(leases, module.get(Metrics, { strict: false }));
    other = new InboundDrain(events, laneDrain, otherLocks, new InboundSignal(), new ShutdownSteps());
    companyId = new Types.ObjectId();
    const account = { platform: 'facebook', provider: 'graph', external_id: PAGE, name: 'Page' };
    const channels = module.get(ChannelsRepository, { strict: false });
    await channels.create(CompanyScope.of(companyId), { ...account, state: 'live' });
  });
  beforeEach(async () => {
    await drain.idle();
    await model.deleteMany({});
    inbound.applied.length = 0;
    inbound.answer = () => 'applied';
    inbound.most = 0;
  });
  afterAll(async () => {
    await other.stop();
    await running.close();
  });

  const text = (customerId: string, n: number, channelId = PAGE): WebhookEvent =>
    messengerText({ customerId, channelId, text: String(n), at: START + n });
  const store = async (list: readonly WebhookEvent[], receivedAt = new Date()): Promise<InboundEventRecord[]> => {
    const records = list.flatMap((event) =>
      splitDelivery(buildPayload([event])).map((item) => toInboundEvent('meta', item, receivedAt)),
    );
    await events.store(records);
    return records;
  };
  const stateOf = async (record: InboundEventRecord | undefined): Promise<InboundEventRecord | null> =>
    model.findById(record?._id).lean();
  /** As if the pause after a failure was over. */
  const letPauseEnd = (): Promise<unknown> => model.updateMany({ state: 'new' }, { $set: { not_before: new Date(0) } });

  it('applies 300 shuffled events of 10 customers in order, each once, with two processes at work', async () => {
    const customers = Array.from({ length: 10 }, (_, index) => `c${index}`);
    const list = customers.flatMap((customer) => Array.from({ length: 30 }, (_, n) => text(customer, n)));
    await store(shuffled(list, 7));
    await Promise.all([drain.idle(), other.idle()]);
    // An idle process keeps its leases for a moment; the other tests have one process only.
    await otherLocks.onModuleDestroy();
    const inOrder = Array.from({ length: 30 }, (_, n) => String(n));
    for (const customer of customers) expect(inbound.textsOf(customer)).toEqual(inOrder);
    expect(inbound.most).toBeGreaterThan(1);
    expect(await model.countDocuments({ state: 'done', company_id: companyId, item: '{}' })).toBe(300);
  });

  it('works on few customers at a time while a delivery waits to be acknowledged', async () => {
    const stored = Promise.withResolvers<void>();
    const ack = running.module.get(AckPriority, { strict: false }).acknowledging(stored.promise);
    await store(Array.from({ length: 40 }, (_, index) => text(`beside-${index}`, 1)));
    await drain.idle();
    expect(inbound.applied).toHaveLength(40);
    expect(inbound.most).toBe(EVENTS_BESIDE_ACKS);
    stored.resolve();
    await ack;
  });

  it('orders events of one time by their arrival', async () => {
    const list = [1, 2, 3].map((n) => ({ ...text('same-time', n), at: START }));
    await store(list.map((event) => ({ ...event, item: { ...event.item, timestamp: START } })));
    await drain.idle();
    expect(inbound.textsOf('same-time')).toEqual(['1', '2', '3']);
  });

  it('holds a customer behind a failed event, and nobody else', async () => {
    let fails = true;
    inbound.answer = (event) => {
      if (fails && event.kind === 'message' && event.content === '1' && event.customer_id === 'a') {
        throw new Error('database is away');
      }
      return 'applied';
    };
    const records = await store([0, 1, 2].map((n) => text('a', n)).concat([0, 1, 2].map((n) => text('b', n))));
    await drain.idle();
    expect([inbound.textsOf('a'), inbound.textsOf('b')]).toEqual([['0'], ['0', '1', '2']]);
    const failed = await stateOf(records[1]);
    expect(failed).toMatchObject({ state: 'new', attempts: 1, last_error: 'database is away' });
    expect(await stateOf(records[2])).toMatchObject({ state: 'new', attempts: 0, not_before: failed!.not_before });
    const later = new Date(Date.now() + STATUS_PARK_MS);
    await model.updateOne({ _id: failed!._id }, { $set: { not_before: later } });
    await store([text('a', 3)]);
    await drain.idle();
    // The newcomer waits with the lane instead of looking due for ever.
    expect(await events.findDueLanes(new Date(), [], 10)).toEqual([]);
    fails = false;
    await letPauseEnd();
    await drain.idle();
    expect(inbound.textsOf('a')).toEqual(['0', '1', '2', '3']);
  });

  it('holds a customer behind a failing event for some tries, and parks the event after more', async () => {
    inbound.answer = (event) => {
      if (event.kind === 'message' && event.content === '0') throw new Error('poison');
      return 'applied';
    };
    const [poison] = await store([text('p', 0), text('p', 1)]);
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      await drain.idle();
      expect(await stateOf(poison)).toMatchObject({ state: 'new', attempts: attempt });
      if (attempt <= HOLDING_ATTEMPTS) expect(inbound.textsOf('p')).toEqual([]);
      await letPauseEnd();
    }
    await drain.idle();
    const { item } = poison!;
    const parked = { state: 'parked', attempts: MAX_ATTEMPTS, last_error: 'poison', company_id: companyId, item };
    expect(await stateOf(poison)).toMatchObject(parked);
    expect(inbound.textsOf('p')).toEqual(['1']);
  });

  it('parks an event whose attempts ended with their process five times, without another try', async () => {
    const [killer, next] = await store([text('k', 0), text('k', 1)]);
    for (let death = 1; death <= MAX_DEATHS; death++) expect(await events.claim([killer!._id], death)).toBe(true);
    await drain.idle();
    expect(await stateOf(killer)).toMatchObject({ state: 'parked', last_error: expect.stringContaining('ended') });
    expect(await stateOf(next)).toMatchObject({ state: 'done' });
    expect(inbound.textsOf('k')).toEqual(['1']);
  });

  it('runs events whose last attempt nobody saw the end of one at a time', async () => {
    const records = await store(Array.from({ length: 6 }, (_, n) => text(`suspect-${n}`, n)));
    const ids = records.map(({ _id }) => _id);
    await events.claim(ids, 1);
    await drain.idle();
    expect(inbound.applied).toHaveLength(6);
    expect(inbound.most).toBe(1);
  });

  it('leaves such an event for later, should nobody see the end of it again', async () => {
    const [record] = await store([text('later', 0)]);
    await events.claim([record!._id], 1);
    await drain.idle();
    const after = await stateOf(record);
    expect(after).toMatchObject({ state: 'done', attempts: 2 });
    expect(after!.not_before.getTime()).toBeGreaterThan(record!.not_before.getTime() + 1_000);
  });

  it('keeps a receipt of an unknown message waiting for a while, behind nobody', async () => {
    inbound.answer = (event) => (event.kind === 'status' ? 'unknown_target' : 'applied');
    const read = messengerRead({ customerId: 'r', channelId: PAGE, watermark: START, at: START });
    const [receipt] = await store([read, text('r', 1), text('r', 2)]);
    await drain.idle();
    expect(inbound.textsOf('r')).toEqual(['1', '2']);
    expect(await stateOf(receipt)).toMatchObject({ state: 'new', waiting: true, attempts: 0 });
    const longAgo = new Date(Date.now() - STATUS_PARK_MS);
    await model.updateOne({ _id: receipt!._id }, { $set: { not_before: longAgo, received_at: longAgo } });
    await drain.idle();
    expect(await stateOf(receipt)).toMatchObject({ state: 'done', last_error: expect.stringContaining('not here') });
  });

  it('keeps what no live channel takes as unroutable', async () => {
    const [stray] = await store([text('u', 0, '900999')]);
    await drain.idle();
    expect(await stateOf(stray)).toMatchObject({ state: 'unroutable' });
    expect(inbound.applied).toEqual([]);
  });

  it('lets nothing of a holder through whose lease was taken over', async () => {
    const [record] = await store([text('f', 0)]);
    const [id, paused, successor] = [record!._id, Date.now() + 1e6, Date.now() + 2e6];
    expect(await events.claim([id], paused)).toBe(true);
    expect(await events.claim([id], successor)).toBe(true);
    await events.recordOutcomes([{ _id: id, set: { state: 'parked' } }], paused);
    expect(await stateOf(record)).toMatchObject({ state: 'new', fence: successor });
    expect(await events.claim([id], paused)).toBe(false);
    await events.recordOutcomes([{ _id: id, set: { state: 'done' } }], successor);
    expect(await stateOf(record)).toMatchObject({ state: 'done', attempts: 2 });
  });
});
