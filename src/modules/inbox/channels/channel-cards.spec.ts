import { toCard } from './channel-cards.js';
import type { ChannelView } from './channel-view.js';
import { toHealthView } from './health/channel-health.view.js';
import { UNKNOWN_HEALTH } from './schemas/channel.schema.js';

const HEALTH = toHealthView({ state: 'live', health: UNKNOWN_HEALTH }, null, new Date());
const CHANNEL = { _id: 'a', name: 'Page', state: 'live', health: HEALTH } as ChannelView;

describe('toCard', () => {
  it('shows the newest traffic in either direction', () => {
    const [earlier, later] = [new Date('2030-01-01'), new Date('2030-01-02')];
    const { health } = toCard({
      ...CHANNEL,
      health: { ...HEALTH, last_in_at: later, last_out_at: earlier },
    });
    expect(health).toEqual({ last_success_at: later, last_error: null });
  });

  it.each([
    ['live', 'live'],
    ['unverified', 'attention'],
    ['needs_reconnect', 'attention'],
    ['disconnected', 'off'],
  ] as const)('shows a channel that is %s as %s', (state, shown) => {
    expect(toCard({ ...CHANNEL, state })).toMatchObject({ id: 'a', kind: 'channel', name: 'Page', state: shown });
  });

  it('shows the error without its code', () => {
    const last_error = { code: 'GRAPH_190', message: 'The token has expired', at: new Date('2030-01-01') };
    const { health } = toCard({ ...CHANNEL, health: { ...HEALTH, last_error } });
    expect(health.last_error).toEqual({ message: last_error.message, at: last_error.at });
  });
});
