import '../meta/meta-platforms.js';
import { currentReplyWindow, sendRightOf } from './reply-window.js';

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

describe('sendRightOf', () => {
  const person = { isPerson: true, isTemplate: false };
  const program = { isPerson: false, isTemplate: false };
  const free = { isAllowed: true, needsHumanAgentTag: false };

  it.each(['facebook', 'instagram', 'whatsapp'] as const)('allows everyone to write within a day on %s', (platform) => {
    for (const sender of [person, program]) {
      expect(sendRightOf(platform, standard, sender, after(0.9))).toEqual(free);
      expect(sendRightOf(platform, null, sender, after(30))).toEqual(free);
    }
  });

  it.each(['facebook', 'instagram'] as const)('allows only people to write on %s from the second day', (platform) => {
    expect(sendRightOf(platform, standard, person, after(1.1))).toEqual({ isAllowed: true, needsHumanAgentTag: true });
    expect(sendRightOf(platform, standard, program, after(1.1))).toEqual({
      isAllowed: false,
      allowed: ['human_agent'],
      human_agent_until: after(7),
    });
    for (const sender of [person, program]) {
      const refusal = { isAllowed: false, allowed: [], human_agent_until: null };
      expect(sendRightOf(platform, standard, sender, after(7.1))).toEqual(refusal);
    }
  });

  it('allows only templates on WhatsApp after a day', () => {
    const refusal = { isAllowed: false, allowed: ['template'], human_agent_until: null };
    expect(sendRightOf('whatsapp', standard, person, after(1.1))).toEqual(refusal);
    expect(sendRightOf('whatsapp', standard, { isPerson: false, isTemplate: true }, after(30))).toEqual(free);
  });
});
