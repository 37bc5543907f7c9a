export const MEDIA_KINDS = ['image', 'video', 'audio', 'file'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export interface MediaLimit {
  readonly kind: MediaKind;
  readonly maxBytes: number;
  /** MIME types without parameters; null for any. */
  readonly types: readonly string[] | null;
}

export interface TextLimit {
  readonly limit: number;
  /** Characters are Unicode code points. */
  readonly unit: 'characters' | 'bytes';
}

/** The limits of a message, besides its text. */
export interface ContentLimits {
  /** A kind of file that is not listed cannot be sent. */
  readonly media: readonly MediaLimit[];
  /** Buttons below a message; 0 where the platform has none. */
  readonly buttons: number;
  readonly quickReplies: number;
  /** Rows of a list. */
  readonly listRows: number;
}

/** The limits of a channel in the API. */
export interface ChannelLimitsView {
  text: { max: number; unit: TextLimit['unit'] };
  media: { kind: MediaKind; max_bytes: number; types: string[] | null }[];
  buttons: number;
  quick_replies: number;
  list_rows: number;
}

export function toLimitsView(textLimit: TextLimit, limits: ContentLimits): ChannelLimitsView {
  const { media, buttons, quickReplies: quick_replies, listRows: list_rows } = limits;
  return {
    text: { max: textLimit.limit, unit: textLimit.unit },
    media: media.map(({ kind, maxBytes: max_bytes, types }) => ({ kind, max_bytes, types: types && [...types] })),
    buttons,
    quick_replies,
    list_rows,
  };
}
