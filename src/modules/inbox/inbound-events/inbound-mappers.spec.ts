import type { InboundEvent } from '../messages/index.js';
import { InboundMappers, type StoredItem } from './inbound-mappers.js';

const AT = new Date('2026-11-28T12:00:00Z');
const ITEM: StoredItem = { platform: 'facebook', external_id: '1', kind: 'messaging', item: '{}', provider_at: AT };
const EVENT: InboundEvent = { kind: 'deletion', customer_id: 'c', at: AT, target_external_id: 'm' };

describe('InboundMappers', () => {
  it("maps an event by its source's mapper", async () => {
    const mappers = new InboundMappers();
    mappers.register('meta', { event: () => undefined });
    mappers.register('other', { event: () => EVENT });
    expect(await mappers.map({ ...ITEM, source: 'other' })).toBe(EVENT);
  });

  it('maps an event without a source as an event of Meta', async () => {
    const mappers = new InboundMappers();
    mappers.register('meta', { event: () => EVENT });
    expect(await mappers.map(ITEM)).toBe(EVENT);
  });

  it('refuses an event whose source has no mapper', async () => {
    await expect(new InboundMappers().map({ ...ITEM, source: 'other' })).rejects.toThrow('No mapper');
  });

  it('refuses a second mapper for a source', () => {
    const mappers = new InboundMappers();
    mappers.register('meta', { event: () => undefined });
    expect(() => mappers.register('meta', { event: () => undefined })).toThrow('has mappers already');
  });
});
