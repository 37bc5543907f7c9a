import type { Principal } from './principal.js';

const PREFIX = 'pb_';

/** Whether a bearer token is meant to be an API key. */
export function isApiKey(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** Port to the API keys of companies, provided by their module. */
export abstract class ApiKeyGate {
  /** @throws AppError INVALID_TOKEN */
  abstract authenticate(key: string): Promise<Principal>;
}
