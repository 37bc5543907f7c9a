import { OWN_BATH } from '../../../../test/builders/assistant-facts.js';
import { AssistantConversation } from '../../../../test/support/assistant-conversation.js';

describe('a fee that becomes due after the question', () => {
  const withFee = (fee: string | null) => ({ appointments: [{ ...OWN_BATH, move_fee: fee, cancel_fee: fee }] });

  it('is asked about before anything is cancelled', () => {
    const salon = new AssistantConversation({ facts: withFee(null) });
    expect(salon.say('cancelar').text).not.toContain('R$ 40');
    salon.facts = { ...salon.facts, ...withFee('R$ 40') };
    expect(salon.say({ tap: 'Sim' })).toMatchObject({ action: 'ask', text: expect.stringContaining('R$ 40') });
    expect(salon.calls).toEqual([]);
    salon.say({ tap: 'Sim' });
    expect(salon.calls.map(({ name }) => name)).toEqual(['cancel_booking']);
  });

  it('is asked about before anything is moved', () => {
    const salon = new AssistantConversation({ facts: withFee('R$ 40') });
    expect(salon.say('remarcar meu banho para 07/12 às 10h').text).toContain('R$ 40');
    salon.facts = { ...salon.facts, ...withFee('R$ 60') };
    expect(salon.say('sim').text).toContain('R$ 60');
    expect(salon.say('sim').text).toContain('07/12');
    expect(salon.calls.filter(({ name }) => name === 'move_booking')).toHaveLength(1);
  });
});
