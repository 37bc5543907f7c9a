import { ChannelQuota, type MessageCost } from './channel-quota.js';

const START = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const WHATSAPP = { textsPerSecond: 80, filesPerSecond: 80, pair: { everyMs: 6_000, burst: 45 } };
const MESSENGER = { textsPerSecond: 300, filesPerSecond: 10 };

const text = (pair = 'a'): MessageCost => ({ texts: 1, files: 0, pair });
const file = (pair = 'a'): MessageCost => ({ texts: 0, files: 1, pair });
/** Milliseconds from the start until each message may be sent. */
const waits = (quota: ChannelQuota, count: number, cost = text, now = START, processes = 1): number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.round(quota.reserve(now, cost(`person ${index}`), processes).at - START),
  );

describe('the quota of a channel', () => {
  it('does not delay a single message', () => {
    expect(waits(new ChannelQuota(MESSENGER), 300)).toEqual(Array.from({ length: 300 }, () => 0));
  });

  it('spreads texts over the limit over the next seconds', () => {
    const all = waits(new ChannelQuota(MESSENGER), 900);
    expect(all.filter((at) => at === 0)).toHaveLength(300);
    for (let from = 1; from < 2_000; from += 100) {
      expect(all.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(301);
    }
    expect(all.at(-1)).toBe(2_000);
  });

  it('counts files and texts separately', () => {
    const quota = new ChannelQuota(MESSENGER);
    expect(waits(quota, 12, file).slice(-3)).toEqual([0, 100, 200]);
    expect(waits(quota, 1)).toEqual([0]);
  });

  it('is full again after a pause', () => {
    const quota = new ChannelQuota(MESSENGER);
    waits(quota, 600);
    const later = START + MINUTE_MS;
    expect(waits(quota, 300, text, later).every((at) => at === MINUTE_MS)).toBe(true);
  });

  it('gives each of two processes half', () => {
    const quota = new ChannelQuota(MESSENGER);
    const all = waits(quota, 300, text, START, 2);
    expect(all.filter((at) => at === 0)).toHaveLength(150);
    expect(all.at(-1)).toBe(1_000);
  });

  it('sends one person 45 messages at once, then one in six seconds, and delays nobody else', () => {
    const quota = new ChannelQuota(WHATSAPP);
    const all = Array.from({ length: 47 }, () => quota.reserve(START, text('Ana'), 1).at - START);
    expect(all.slice(43)).toEqual([0, 0, 6_000, 12_000]);
    expect(quota.reserve(START, text('Rui'), 1)).toEqual({ at: START, isTaken: true });
  });

  it('sends slowly above 90 percent, and pauses until the time that the provider names', () => {
    const quota = new ChannelQuota(MESSENGER);
    quota.noteUsage(START, { percent: 90, regainMs: 0 });
    expect(waits(quota, 2)).toEqual([0, 0]);
    quota.noteUsage(START, { percent: 95, regainMs: 0 });
    const slow = waits(new ChannelQuota(MESSENGER), 0).concat(waits(quota, 3));
    expect(slow[2]! - slow[1]!).toBe(200);
    quota.noteUsage(START, { percent: 100, regainMs: 5 * MINUTE_MS });
    expect(quota.state(START)).toEqual({ usage_percent: 100, limited_until: new Date(START + 5 * MINUTE_MS) });
    expect(waits(quota, 1)[0]).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    expect(quota.state(START + 6 * MINUTE_MS)).toEqual({ usage_percent: null, limited_until: null });
  });

  it('lets nobody wait long after the usage has fallen, however many have waited', () => {
    const quota = new ChannelQuota(MESSENGER);
    quota.noteUsage(START, { percent: 100, regainMs: 0 });
    expect(Math.max(...waits(quota, 1_000))).toBeLessThanOrEqual(MINUTE_MS);
    expect(quota.reserve(START, text(), 1)).toEqual({ at: START + MINUTE_MS, isTaken: false });
    const later = START + 2 * MINUTE_MS;
    quota.noteUsage(later, { percent: 50, regainMs: 0 });
    expect(waits(quota, 300, text, later)).toEqual(Array.from({ length: 300 }, () => 2 * MINUTE_MS));
  });

  it('gives a long message its turn although it takes more than a minute', () => {
    const quota = new ChannelQuota(MESSENGER);
    quota.noteUsage(START, { percent: 100, regainMs: 0 });
    expect(waits(quota, 1, () => ({ texts: 20, files: 0, pair: 'a' }))).toEqual([95_000]);
  });

  it('pauses 1, 4, 16 … seconds, counts the refusals of a pause once, and starts again after a success', () => {
    const quota = new ChannelQuota(MESSENGER);
    let now = START;
    const pause = (): number => {
      quota.noteLimited(now, 0);
      quota.noteLimited(now, 0);
      const until = quota.state(now).limited_until!.getTime();
      const ms = until - now;
      now = until;
      return ms;
    };
    expect([pause(), pause(), pause()]).toEqual([1_000, 4_000, 16_000]);
    quota.noteSent(now);
    expect(pause()).toBe(1_000);
    quota.noteLimited(now, 90_000);
    expect(quota.state(now).limited_until).toEqual(new Date(now + 90_000));
  });
});
