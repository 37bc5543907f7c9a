import { ControlError } from './control-error.ts';
import { isText, type JsonObject } from './json.ts';
import { TOKEN_FAILURES, type TokenBook, type TokenDates, type TokenState } from './tokens.ts';

const DATES: Record<string, keyof TokenDates> = {
  issued_at: 'issuedAt',
  expires_at: 'expiresAt',
  data_access_expires_at: 'dataAccessExpiresAt',
};

/**
 * `POST /tokens {token, state?, issued_at?, …}`: changes the state or the dates of a token.
 * `POST /tokens {channel_id, …}`: does so for all tokens that may act for the account.
 */
export function changeToken(tokens: TokenBook, { token, channel_id, state, ...dates }: JsonObject): void {
  const isState = state === undefined || state === 'valid' || (isText(state) && state in TOKEN_FAILURES);
  if (!isState) throw new ControlError(`state must be valid or one of ${Object.keys(TOKEN_FAILURES).join(', ')}`);
  const changes = Object.entries(dates).map(([name, value]) => [dateField(name), unixSeconds(name, value)]);
  const values = isText(channel_id) ? tokens.forTarget(channel_id).map(({ value }) => value) : [token].filter(isText);
  const changed = values.filter((value) => tokens.setDates(value, Object.fromEntries(changes) as TokenDates));
  if (changed.length === 0) throw new ControlError('No such token');
  if (state !== undefined) for (const value of changed) tokens.setState(value, state as TokenState);
}

function dateField(name: string): keyof TokenDates {
  const field = DATES[name];
  if (field === undefined)
    throw new ControlError(`A token has no ${name}; set state, ${Object.keys(DATES).join(', ')}`);
  return field;
}

function unixSeconds(name: string, value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new ControlError(`${name} must be a time in Unix seconds`);
  return value as number;
}
