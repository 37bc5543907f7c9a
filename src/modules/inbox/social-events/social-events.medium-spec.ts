import { MongooseModule } from '@nestjs/mongoose';
import { Module } from '@nestjs/common';
import { Types } from 'mongoose';
import { CORE_MODULES } from '../../../../test/support/core-modules.js';
import { SessionsModule } from '../../../../test/support/sessions.module.js';
import { startTestModule, type TestModule } from '../../../../test/support/test-module.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SocialEventRecord, SocialEventSchema } from './schemas/social-event.schema.js';
import type { SocialEvent, SocialVerb } from './social-event.js';
import { SocialEventsRepository } from './social-events.repository.js';

const START = Date.parse('2026-11-28T12:00:00Z');

@Module({
  imports: [
    SessionsModule,
    MongooseModule.forFeature([{ name: SocialEventRecord.name, schema: SocialEventSchema }]),
    ...CORE_MODULES,
  ],
  providers: [SocialEventsRepository],
})
class SocialTestModule {}

describe('SocialEventsRepository', () => {
  let running: TestModule;
  let repository: SocialEventsRepository;

  beforeAll(async () => {
    running = await startTestModule('social', [SocialTestModule]);
    repository = running.module.get(SocialEventsRepository, { strict: false });
  });
  afterAll(() => running.close());

  const comment = (
    verb: SocialVerb,
    second: number,
    text: string | null,
    more: Partial<SocialEvent> = {},
  ): SocialEvent => ({
    kind: 'comment',
    key: 'comment:c1',
    verb,
    external_id: 'c1',
    post_id: 'p1',
    parent_id: null,
    author: { id: '7', name: 'Ana' },
    text,
    permalink: null,
    details: {},
    is_own: false,
    at: new Date(START),
    changed_at: new Date(START + second * 1_000),
    ...more,
  });
  const after = async (events: readonly SocialEvent[]): Promise<SocialEventRecord> => {
    const scope = CompanyScope.of(new Types.ObjectId());
    const channelId = new Types.ObjectId();
    for (const event of events) await repository.record(scope, channelId, event);
    const { items } = await repository.list(scope, {}, {});
    expect(items).toHaveLength(1);
    return items[0]!;
  };
  /** Every order of the reports, with one of them twice. */
  const orders = <T>(items: readonly T[]): T[][] =>
    items.length < 2
      ? [[...items]]
      : items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

  it('stores the newest text and visibility in every order of the reports', async () => {
    const reports = [
      comment('add', 0, '$first'),
      comment('hide', 1, null),
      comment('edit', 2, '$last'),
      comment('unhide', 3, null),
    ];
    for (const order of orders(reports)) {
      const stored = await after([...order, order[0]!]);
      expect(stored).toMatchObject({
        text: '$last',
        is_hidden: false,
        is_removed: false,
        verb: 'unhide',
        post_id: 'p1',
      });
      expect(stored.at).toEqual(new Date(START));
    }
  });

  it('deletes the text of a removed comment for good in every order of the reports', async () => {
    const reports = [
      comment('add', 0, 'secret'),
      comment('edit', 2, 'secret'),
      comment('hide', 3, 'secret'),
      comment('remove', 1, null),
    ];
    for (const order of orders(reports)) {
      const stored = await after([...order, order[0]!]);
      expect(stored).toMatchObject({ text: null, is_removed: true, verb: 'remove' });
    }
  });

  it('adds the author from a later report', async () => {
    const hidden = comment('hide', 1, null, { author: null });
    expect(await after([hidden, comment('add', 0, 'hi')])).toMatchObject({ author: { name: 'Ana' }, text: 'hi' });
  });

  it('restores a reaction that is given again, and ignores an older report', async () => {
    const love = (verb: SocialVerb, second: number, reaction: string): SocialEvent =>
      comment(verb, second, null, { kind: 'reaction', key: 'reaction:p1:7', details: { reaction } });
    const reports = [love('add', 0, 'love'), love('remove', 1, 'love'), love('add', 2, 'wow')];
    for (const order of orders(reports)) {
      expect(await after(order)).toMatchObject({ details: { reaction: 'wow' }, is_removed: false, verb: 'add' });
    }
    expect(await after(reports.slice(0, 2))).toMatchObject({ details: {}, is_removed: true });
  });

  it('stores one event for reports that come at the same time', async () => {
    const scope = CompanyScope.of(new Types.ObjectId());
    const channelId = new Types.ObjectId();
    const reports = Array.from({ length: 20 }, (_, second) => comment('edit', second, `text ${second}`));
    await Promise.all(reports.map((report) => repository.record(scope, channelId, report)));
    const { items } = await repository.list(scope, {}, {});
    expect(items).toMatchObject([{ text: 'text 19' }]);
    expect((await repository.list(CompanyScope.of(new Types.ObjectId()), {}, {})).items).toEqual([]);
  });

  it('deletes what an author wrote on one channel', async () => {
    const scope = CompanyScope.of(new Types.ObjectId());
    const [channelId, other] = [new Types.ObjectId(), new Types.ObjectId()];
    for (const channel of [channelId, other]) await repository.record(scope, channel, comment('add', 0, 'hi'));
    const byBea = comment('add', 0, 'hi', { key: 'comment:c2', author: { id: '8', name: 'Bea' } });
    await repository.record(scope, channelId, byBea);
    await repository.removeOfAuthor(scope, channelId, ['7']);
    const { items } = await repository.list(scope, {}, {});
    expect(items.map(({ channel_id, author }) => [String(channel_id), author?.name])).toEqual(
      expect.arrayContaining([
        [String(other), 'Ana'],
        [String(channelId), 'Bea'],
      ]),
    );
    expect(items).toHaveLength(2);
  });
});
