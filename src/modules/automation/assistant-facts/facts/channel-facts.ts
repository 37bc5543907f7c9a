import { type ChannelKindDefinition } from '../../../inbox/channels/index.js';
import type { ChannelFacts } from '../../assistant-core/index.js';

/** Where choices become a numbered text, a longer line is hard to read. */
const LINE_OF_CHOICE = 60;
/** Fits every platform. */
const UNKNOWN: ChannelFacts = { text: 1_000, buttons: 0, list_rows: 0, label: LINE_OF_CHOICE };

/** @param kind undefined for a channel whose kind no module declares any more */
export function channelFacts(kind: ChannelKindDefinition | undefined): ChannelFacts {
  if (!kind) return UNKNOWN;
  const { choiceLimits, textLimit } = kind;
  // A character of a limit in bytes has four bytes at most.
  const longest = textLimit.unit === 'bytes' ? Math.floor(textLimit.limit / 4) : textLimit.limit;
  if (!choiceLimits) return { text: longest, buttons: 0, list_rows: 0, label: LINE_OF_CHOICE };
  const { buttons, buttonTitle, text = longest, list } = choiceLimits;
  return {
    text: Math.min(longest, text),
    buttons,
    list_rows: list?.rows ?? 0,
    label: Math.min(buttonTitle, list?.rowTitle ?? buttonTitle),
  };
}
