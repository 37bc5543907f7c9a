const SECRET_NAME = /token|secret|signature|password|proof/i;
const REDACTED = '[redacted]';

/** A stored item for a person's eyes: without tokens, and without what signs the addresses of files. */
export function redactItem(json: string): unknown {
  return JSON.parse(json, (key: string, value: unknown) => {
    if (SECRET_NAME.test(key)) return REDACTED;
    return typeof value === 'string' ? withoutQuery(value) : value;
  }) as unknown;
}

/** The query of a provider's file address is a key to the file. */
function withoutQuery(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#]+)[?#]\S*/gi, `$1?${REDACTED}`);
}
