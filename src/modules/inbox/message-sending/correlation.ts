/** The id of a message, and of one part of it, that a platform hands back with echoes and receipts. */
export interface Correlation {
  messageId: string;
  /** Absent for the last part, which stands for the whole message. */
  part?: number;
}

const CORRELATION = /^([0-9a-f]{24})(?:\.(\d{1,2}))?$/;

export function correlationId(messageId: string, part: number, parts: number): string {
  return part === parts - 1 ? messageId : `${messageId}.${part}`;
}

/** Undefined for ids of others. */
export function parseCorrelation(id: string | undefined): Correlation | undefined {
  const [, messageId, part] = CORRELATION.exec(id ?? '') ?? [];
  if (!messageId) return undefined;
  return part === undefined ? { messageId } : { messageId, part: Number(part) };
}
