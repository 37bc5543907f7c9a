const SECRET_NAME = /token|secret|signature|password|proof/i;
const REDACTED = '[redacted]';

/** Removes tokens, and the signatures in addresses of files. */
export function redactItem(json: string): unknown {
  return JSON.parse(json, (key: string, value: unknown) => {
    if (SECRET_NAME.test(key)) return REDACTED;
    return typeof value === 'string' ? withoutQuery(value) : value;
  }) as unknown;
}

function withoutQuery(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#]+)[?#]\S*/gi, `$1?${REDACTED}`);
}
