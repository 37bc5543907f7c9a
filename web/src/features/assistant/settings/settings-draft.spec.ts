import type { AssistantSettings } from '../assistant-types.ts';
import { becomesAuto, isRunning, settingsBody, settingsDraft, settingsProblems, STOP } from './settings-draft.ts';

const SETTINGS: AssistantSettings = {
  mode: 'suggest',
  channel_modes: [{ channel_id: 'c1', mode: 'shadow' }],
  persona: 'Friendly',
  languages: ['pt', 'en'],
  debounce_ms: 2_500,
  budget: { monthly_cents: 1_050, installation_cents: null },
  emergency_phone: null,
  policies: ['Late: 50 %'],
  spent: { month: '2026-11', cents: 120, trial_cents: 0, input_tokens: 1, output_tokens: 2 },
  prompt_number: 3,
  version: 4,
  updated_at: '2026-11-29T10:00:00.000Z',
};
const draft = settingsDraft(SETTINGS, 'pt-BR');

describe('the draft of the settings of the assistant', () => {
  it('shows numbers as they are typed, and gives back the same settings', () => {
    expect(draft).toMatchObject({ debounce: '2,5', budget: '10,50', emergency_phone: '' });
    const { mode, channel_modes, languages, debounce_ms, emergency_phone, policies } = SETTINGS;
    const budget = { monthly_cents: 1_050 };
    expect(settingsBody(draft)).toEqual({
      ...{ mode, channel_modes, languages, debounce_ms, budget, emergency_phone, policies },
    });
  });

  it('leaves out empty policies, and has no limit without a budget', () => {
    const body = settingsBody({ ...draft, policies: [' ', ' Bring the leash '], budget: ' ' });
    expect(body).toMatchObject({ policies: ['Bring the leash'], budget: { monthly_cents: null } });
  });

  it('names the fields that cannot be saved', () => {
    expect(settingsProblems(draft)).toEqual([]);
    expect(settingsProblems({ ...draft, debounce: '15.1', budget: 'ten', languages: [] })).toEqual([
      'debounce',
      'budget',
      'languages',
    ]);
  });

  it('asks before the assistant answers alone anywhere', () => {
    expect(becomesAuto(draft, { ...draft, mode: 'auto' })).toBe(true);
    expect(becomesAuto(draft, { ...draft, channels: { c2: 'auto' } })).toBe(true);
    expect(becomesAuto({ ...draft, mode: 'auto' }, { ...draft, mode: 'auto', channels: {} })).toBe(true);
    expect(becomesAuto({ ...draft, mode: 'auto' }, { ...draft, mode: 'auto' })).toBe(false);
    expect(becomesAuto(draft, { ...draft, mode: 'off' })).toBe(false);
  });

  it('stops in every channel', () => {
    expect(isRunning({ ...SETTINGS, mode: 'off' })).toBe(true);
    expect(isRunning({ ...SETTINGS, ...STOP })).toBe(false);
  });
});
