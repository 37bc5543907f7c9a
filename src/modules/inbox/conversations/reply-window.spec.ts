import '../meta/meta-platforms.js';
import { currentReplyWindow } from './reply-window.js';

const DAY_MS = 86_400_000;
const written = new Date('2026-03-02T10:00:00Z');
const after = (days: number): Date => new Date(written.getTime() + days * DAY_MS);
const standard = { expires_at: after(1), kind: 'standard' } as const;

describe('currentReplyWindow', () => {
  it.each(['facebook', 'instagram'] as const)('lets a person answer on %s for seven days in all', (platform) => {
    const humanAgent = { expires_at: after(7), kind: 'human_agent' };
    expect(currentReplyWindow(platform, standard, after(0.5))).toEqual(standard);
    expect(currentReplyWindow(platform, standard, after(1))).toEqual(standard);
    expect(currentReplyWindow(platform, standard, after(1.1))).toEqual(humanAgent);
    expect(currentReplyWindow(platform, standard, after(8))).toEqual(humanAgent);
  });

  it('ends after a day on WhatsApp', () => {
    expect(currentReplyWindow('whatsapp', standard, after(1.1))).toEqual(standard);
  });

  it('is null where no customer has written', () => {
    expect(currentReplyWindow('facebook', null, after(1))).toBeNull();
  });
});
