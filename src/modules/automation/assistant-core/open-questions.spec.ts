import { OWN_BATH } from '../../../../test/builders/assistant-facts.js';
import { AssistantConversation } from '../../../../test/support/assistant-conversation.js';

const HOUR_MS = 3_600_000;

describe('a yes', () => {
  const asked = (): AssistantConversation => {
    const salon = new AssistantConversation({ facts: { appointments: [OWN_BATH] } });
    expect(salon.say('cancelar').text).toContain('Posso cancelar');
    return salon;
  };
  const cancelled = ({ calls }: AssistantConversation): boolean => calls.some(({ name }) => name === 'cancel_booking');
  const later = (salon: AssistantConversation, ms: number): void => {
    salon.facts = { ...salon.facts, now: new Date(Date.parse(salon.facts.now) + ms).toISOString() };
  };

  it('does not count if it was sent before the question', () => {
    const salon = asked();
    const { pending } = salon.dialogue;
    // The question comes after the customer's next message.
    if (pending) salon.dialogue = { ...salon.dialogue, pending: { ...pending, shown_seq: 3 } };
    salon.say('ok');
    expect(cancelled(salon)).toBe(false);
    salon.say('sim');
    expect(cancelled(salon)).toBe(true);
  });

  it('counts within an hour after the question', () => {
    const salon = asked();
    later(salon, HOUR_MS - 1);
    salon.say('sim');
    expect(cancelled(salon)).toBe(true);
  });

  it('does not count an hour after the question', () => {
    const salon = asked();
    later(salon, HOUR_MS);
    expect(salon.say('ok').text).toContain('Posso cancelar');
    expect(cancelled(salon)).toBe(false);
    salon.say('sim');
    expect(cancelled(salon)).toBe(true);
  });

  it('does not cancel an appointment that staff have moved since the question', () => {
    const salon = asked();
    salon.facts = { ...salon.facts, appointments: [{ ...OWN_BATH, starts_at: '2026-12-09T13:00:00.000Z' }] };
    salon.say('sim');
    expect(cancelled(salon)).toBe(false);
  });
});
