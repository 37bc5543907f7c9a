/** Our own words that a platform hands back with an echo or a receipt: which message it speaks of, and which part of it. */
export interface Correlation {
  messageId: string;
  /** Absent where it stands for the whole message: its only part, or its last. */
  part?: number;
}

const CORRELATION = /^([0-9a-f]{24})(?:\.(\d{1,2}))?$/;

/** Only the last part that is out says that the message is. */
export function correlationId(messageId: string, part: number, parts: number): string {
  return part === parts - 1 ? messageId : `${messageId}.${part}`;
}

/** Undefined for what was not made by {@link correlationId}. */
export function parseCorrelation(id: string | undefined): Correlation | undefined {
  const [, messageId, part] = CORRELATION.exec(id ?? '') ?? [];
  if (!messageId) return undefined;
  return part === undefined ? { messageId } : { messageId, part: Number(part) };
}
