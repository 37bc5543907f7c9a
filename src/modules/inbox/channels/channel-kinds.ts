import { declarePlatform } from '../../customers/contacts/index.js';
import type { ChannelSettings } from './schemas/channel.schema.js';
import type { ContentLimits, TextLimit } from './channel-limits.js';

/** The platform where customers write, and the provider that carries their messages to PetBuddy. */
export interface ChannelKind {
  readonly platform: string;
  /** For example `graph` for Meta's own API. */
  readonly provider: string;
}

/** The most messages that a platform takes from one account. */
export interface SendRates {
  readonly textsPerSecond: number;
  readonly filesPerSecond: number;
  /** To one person: `burst` messages at once after a pause, then one every `everyMs`. */
  readonly pair?: { readonly everyMs: number; readonly burst: number };
}

/** The most choices of a message, and their longest texts in characters. */
export interface ChoiceLimits {
  readonly buttons: number;
  readonly buttonTitle: number;
  /** The longest text above the choices, if it is shorter than other texts. */
  readonly text?: number;
  /** Absent if a list becomes a numbered text. */
  readonly list?: {
    readonly rows: number;
    readonly rowTitle: number;
    readonly rowDescription: number;
    readonly button: number;
  };
}

export interface ChannelKindDefinition extends ChannelKind {
  readonly label: string;
  /** Whether an account is connected by `POST /channels` with a pasted token. One kind of a platform at most. */
  readonly isConnectedByToken: boolean;
  /** Absent if buttons and lists become a numbered text. */
  readonly choiceLimits?: ChoiceLimits;
  /** Depends on the settings of the channel. Absent if no limit is known. */
  readonly sendRates?: (settings: Readonly<ChannelSettings>) => SendRates;
  readonly textLimit: TextLimit;
  readonly contentLimits: ContentLimits;
  /** How long the business may answer after a customer's message, milliseconds; null without a limit. */
  readonly replyWindowMs: number | null;
  /** How long a person may still answer after the reply window, milliseconds; 0 where nobody may. */
  readonly humanAgentExtensionMs: number;
  /** Approved templates may be sent outside the reply window. */
  readonly hasTemplates?: true;
}

/** The list grows with {@link declareChannelKind}, so never copy it. */
export const CHANNEL_PLATFORMS = ['instagram', 'facebook', 'whatsapp', 'telegram', 'web'];

const definitions: ChannelKindDefinition[] = [];

/**
 * Declares a kind of channel. Its module calls it once, when its file is loaded.
 * @throws Error when the kind, or another kind of the platform that is connected by a token, is declared already
 */
export function declareChannelKind(definition: ChannelKindDefinition): void {
  const { platform, provider, label, isConnectedByToken } = definition;
  const others = kindsOfPlatform(platform);
  if (others.some((other) => other.provider === provider || (isConnectedByToken && other.isConnectedByToken))) {
    throw new Error(`A channel kind like "${platform}" by "${provider}" is declared already`);
  }
  definitions.push(definition);
  declarePlatform(platform, label);
  if (!CHANNEL_PLATFORMS.includes(platform)) CHANNEL_PLATFORMS.push(platform);
}

export function channelKindKey({ platform, provider }: ChannelKind): string {
  return `${platform}/${provider}`;
}

/** Undefined for a kind that no module declares. */
export function channelKind({ platform, provider }: ChannelKind): ChannelKindDefinition | undefined {
  return kindsOfPlatform(platform).find((kind) => kind.provider === provider);
}

export function kindsOfPlatform(platform: string): ChannelKindDefinition[] {
  return definitions.filter((kind) => kind.platform === platform);
}

/** The longest text of one message on the platform; null where no channel kind sends there. */
export function textLimitOf(platform: string): TextLimit | null {
  const [first, ...others] = kindsOfPlatform(platform).map(({ textLimit }) => textLimit);
  if (!first) return null;
  return others.reduce((least, other) => (other.limit < least.limit ? other : least), first);
}

export function kindsConnectedByToken(): ChannelKindDefinition[] {
  return definitions.filter(({ isConnectedByToken }) => isConnectedByToken);
}
