import { moneyText, parseMoney } from '#web/lib/money.ts';
import type { AssistantLanguage, AssistantMode, AssistantSettings } from '../assistant-types.ts';
import type { SettingsChange } from './settings-queries.ts';

/** Prices and budgets of models are in US dollars. */
export const MODEL_CURRENCY = 'USD';
export const MODES = ['off', 'shadow', 'suggest', 'auto'] as const satisfies readonly AssistantMode[];
export const LANGUAGES = ['pt', 'en', 'es'] as const satisfies readonly AssistantLanguage[];

const MAX_DEBOUNCE_S = 15;
const SECOND_MS = 1_000;

/** The settings in the form. Numbers are texts, as they are typed. */
export interface SettingsDraft {
  mode: AssistantMode;
  /** By the id of the channel. A channel that is not listed has the mode of the company. */
  channels: Record<string, AssistantMode>;
  languages: AssistantLanguage[];
  /** Seconds. */
  debounce: string;
  emergency_phone: string;
  policies: string[];
  /** US dollars; empty without a limit. */
  budget: string;
}

export function settingsDraft(settings: AssistantSettings, locale: string): SettingsDraft {
  const { mode, channel_modes, languages, debounce_ms, emergency_phone, policies, budget } = settings;
  return {
    mode,
    channels: Object.fromEntries(channel_modes.map((one) => [one.channel_id, one.mode])),
    languages,
    debounce: (debounce_ms / SECOND_MS).toLocaleString(locale, { useGrouping: false }),
    emergency_phone: emergency_phone ?? '',
    policies,
    budget: budget.monthly_cents === null ? '' : moneyText(budget.monthly_cents, MODEL_CURRENCY, locale),
  };
}

/** The change for the API; the draft must have no problems. */
export function settingsBody(draft: SettingsDraft): SettingsChange {
  const phone = draft.emergency_phone.trim();
  return {
    mode: draft.mode,
    channel_modes: Object.entries(draft.channels).map(([channel_id, mode]) => ({ channel_id, mode })),
    languages: draft.languages,
    debounce_ms: Math.round((seconds(draft.debounce) ?? 0) * SECOND_MS),
    emergency_phone: phone === '' ? null : phone,
    policies: draft.policies.map((policy) => policy.trim()).filter((policy) => policy !== ''),
    budget: { monthly_cents: draft.budget.trim() === '' ? null : (parseMoney(draft.budget, MODEL_CURRENCY) ?? null) },
  };
}

export type SettingsProblem = 'debounce' | 'budget' | 'languages';

/** What must be changed before the settings can be saved. Each problem is named like its field. */
export function settingsProblems({ debounce, budget, languages }: SettingsDraft): SettingsProblem[] {
  const wait = seconds(debounce);
  const problems: SettingsProblem[] = [];
  if (wait === undefined || wait > MAX_DEBOUNCE_S) problems.push('debounce');
  if (budget.trim() !== '' && parseMoney(budget, MODEL_CURRENCY) === undefined) problems.push('budget');
  if (languages.length === 0) problems.push('languages');
  return problems;
}

/** Whether the assistant would answer customers alone where it does not yet. */
export function becomesAuto(before: SettingsDraft, after: SettingsDraft): boolean {
  const ids = new Set([...Object.keys(before.channels), ...Object.keys(after.channels)]);
  const isNew = (id: string): boolean => modeIn(after, id) === 'auto' && modeIn(before, id) !== 'auto';
  return (after.mode === 'auto' && before.mode !== 'auto') || [...ids].some(isNew);
}

/** Whether the assistant does anything in any channel. */
export const isRunning = ({ mode, channel_modes }: AssistantSettings): boolean =>
  mode !== 'off' || channel_modes.some((one) => one.mode !== 'off');

/** The mode in one channel; a conversation without a channel has that of the company. */
export const modeOf = ({ mode, channel_modes }: AssistantSettings, channelId: string | null): AssistantMode =>
  channel_modes.find(({ channel_id }) => channel_id === channelId)?.mode ?? mode;

/** Ends all work of the assistant, in every channel. */
export const STOP = { mode: 'off', channel_modes: [] } satisfies SettingsChange;

const modeIn = ({ mode, channels }: SettingsDraft, id: string): AssistantMode => channels[id] ?? mode;

/** Undefined if the text is no number from 0. */
function seconds(text: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
}
