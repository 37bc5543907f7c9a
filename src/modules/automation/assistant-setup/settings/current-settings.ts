import type { Types } from 'mongoose';
import type { Language } from '../../assistant-core/index.js';
import type { AssistantMode, ChannelMode, StoredAssistantSettings } from './assistant-settings.schema.js';

/** The settings with their defaults, and the text of the published prompt. */
export interface CurrentSettings {
  readonly mode: AssistantMode;
  readonly channel_modes: readonly ChannelMode[];
  /** Empty without a published prompt. */
  readonly persona: string;
  readonly prompt_number: number | null;
  readonly languages: readonly Language[];
  readonly debounce_ms: number;
  /** US cents; null: no limit. */
  readonly budget: { readonly monthly_cents: number | null };
  readonly emergency_phone: string | null;
  readonly policies: readonly string[];
}

const DEFAULTS: CurrentSettings = {
  mode: 'off',
  channel_modes: [],
  persona: '',
  prompt_number: null,
  languages: ['pt', 'en', 'es'],
  debounce_ms: 2_500,
  budget: { monthly_cents: null },
  emergency_phone: null,
  policies: [],
};

export function withDefaults(stored: StoredAssistantSettings | null, persona: string): CurrentSettings {
  const { mode, channel_modes, prompt_number, languages, debounce_ms, budget, emergency_phone, policies } =
    stored ?? {};
  return {
    mode: mode ?? DEFAULTS.mode,
    channel_modes: channel_modes ?? DEFAULTS.channel_modes,
    persona,
    prompt_number: prompt_number ?? DEFAULTS.prompt_number,
    languages: languages ?? DEFAULTS.languages,
    debounce_ms: debounce_ms ?? DEFAULTS.debounce_ms,
    budget: budget ?? DEFAULTS.budget,
    emergency_phone: emergency_phone ?? DEFAULTS.emergency_phone,
    policies: policies ?? DEFAULTS.policies,
  };
}

/** The mode of a channel: its own, else that of the company. */
export function modeOf({ mode, channel_modes }: CurrentSettings, channelId: Types.ObjectId | null): AssistantMode {
  const own = channelId && channel_modes.find(({ channel_id }) => channel_id.equals(channelId));
  return own ? own.mode : mode;
}
