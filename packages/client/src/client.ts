import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.js';
import { type Credentials, TokenSource } from './credentials.js';
import { toError } from './errors.js';
import { retryingFetch, type RetryOptions } from './retrying-fetch.js';

const DEFAULTS: RetryOptions = { retries: 3, maxPauseMs: 60_000 };

export type ClientOptions = Credentials &
  Partial<RetryOptions> & {
    /** The address of the installation, for instance https://petbuddy.example.com */
    readonly baseUrl: string;
    /** Used instead of the global `fetch`. */
    readonly fetch?: typeof fetch;
  };

/** Has a method for each HTTP method; it takes a path of the API. Wrap each call in {@link unwrap}. */
export type PetBuddyClient = Client<paths>;

/**
 * Makes a client. It sends nothing before the first call.
 *
 * @throws TypeError if the address or the credentials are missing
 */
export function createClient(options: ClientOptions): PetBuddyClient {
  const { fetch: send = fetch, retries = DEFAULTS.retries, maxPauseMs = DEFAULTS.maxPauseMs } = options;
  const baseUrl = baseUrlOf(options);
  const tokens = new TokenSource(baseUrl, credentialsOf(options), send);
  return createFetchClient<paths>({ baseUrl, fetch: retryingFetch(tokens, send, { retries, maxPauseMs }) });
}

/** The result of a call before it is unwrapped. */
interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** Returns the data of an answer. @throws PetBuddyError if the API refused the request */
export async function unwrap<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw toError(response, error);
  return data as Data;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * Reads all items of a list, page by page.
 *
 * @param readPage reads one page; add its argument to the query
 * @throws PetBuddyError if the API refuses a page
 */
export async function* itemsOf<Item>(
  readPage: (query: { cursor?: string }) => Promise<Answer<Page<Item>>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await unwrap(readPage(cursor === null ? {} : { cursor }));
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Callers in JavaScript may pass undefined, for instance of a variable that is not set. */
function baseUrlOf({ baseUrl }: { readonly baseUrl?: unknown }): string {
  if (typeof baseUrl === 'string' && /^https?:\/\//.test(baseUrl) && URL.canParse(baseUrl)) {
    return baseUrl.replace(/\/+$/, '');
  }
  throw new TypeError(
    'createClient needs baseUrl, the address of the installation with https:// or http://, for instance https://petbuddy.example.com',
  );
}

function credentialsOf(options: ClientOptions): Credentials {
  if ('apiKey' in options && options.apiKey) return { apiKey: options.apiKey };
  if ('email' in options && options.email && options.password)
    return { email: options.email, password: options.password };
  throw new TypeError('createClient needs an apiKey, or an email and a password');
}
