import type { HandoffBrief } from '../../assistant-core/index.js';
import { briefText } from './brief-text.js';

const BRIEF: HandoffBrief = {
  reason: 'tool_failed',
  messages: ['my card is 4111'],
  topic: 'move',
  service: 'Bath',
  pet: 'Luna',
  from: '2026-12-04',
  time: null,
  appointments: [{ kind: 'existing', service: 'Bath', pet: 'Luna', starts_at: '2026-12-03T13:00:00.000Z' }],
  tried: ['retrieve: 0', 'find_slots: OK', 'move_booking: SLOT_TAKEN'],
  summary: null,
};

describe('the brief of a hand-over', () => {
  it('says what was wanted and done, in the time of the company, without the words of the customer', () => {
    expect(briefText({ locale: 'en', time_zone: 'America/Sao_Paulo' }, BRIEF).split('\n')).toEqual([
      'Wants to: move an appointment Bath for Luna from 2026-12-04',
      'Appointments: Bath (Luna), Thu 3 Dec, 10:00',
      'Done so far: looked for free times; moved the appointment (not possible: SLOT_TAKEN)',
    ]);
  });

  it('has Portuguese words', () => {
    const text = briefText({ locale: 'pt-BR', time_zone: 'America/Sao_Paulo' }, BRIEF);
    expect(text).toContain('Quer: mudar um horário');
    expect(text).toContain('mudou o horário (não foi possível: SLOT_TAKEN)');
  });
});
