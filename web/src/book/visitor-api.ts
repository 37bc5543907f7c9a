import { ApiError, toApiError } from '#web/lib/api/api-error.ts';
import type { components } from '#web/lib/api/api.gen.ts';

type Schemas = components['schemas'];
export type BookingPage = Schemas['PublicPageDto'];
export type BookableService = Schemas['PublicServiceDto'];
export type AskedTraits = Schemas['AskedTraitsDto'];
export type DescribedPet = Schemas['DescribedPetDto'];
export type Quote = Schemas['PublicQuoteDto'];
export type Slots = Schemas['PublicSlotsDto'];
export type Slot = Schemas['PublicSlotDto'];
export type Hold = Schemas['PublicHoldDto'];
export type Policy = Schemas['PolicyDto'];
export type Verification = Schemas['VerificationDto'];
export type Booked = Schemas['PublicBookedDto'];
export type Payment = Schemas['PublicPaymentDto'];
export type Theme = Schemas['PublicThemeDto'];
export type Appointment = Schemas['PublicAppointmentDto'];
export type Managed = Schemas['ManagedAppointmentDto'];
export type Wait = Schemas['PublicWaitDto'];
export type Joined = Schemas['JoinedWaitlistDto'];
export type WantedProof = Schemas['WantedProofDto'];

export const API = '/api/v1/public';
const TOKEN_HEADER = 'x-visitor-token';
const TOKEN_KEY = 'pb-visitor';

/** How far the server's clock is ahead of the visitor's, in milliseconds. */
let clockDifference = 0;
/** Kept here too, because a browser may refuse storage to a page in a frame. */
let visitorToken: string | null = null;

/** The time by the server's clock, for countdowns. */
export const serverNow = (): number => Date.now() + clockDifference;

/**
 * Asks the public API as this visitor.
 *
 * @throws ApiError also where no answer comes
 */
export async function ask<T>(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', body?: object): Promise<T> {
  const request = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
  return exchange<T>(path, request, body ? { 'content-type': 'application/json' } : {});
}

/** Sends a file as this visitor. @throws ApiError also where no answer comes */
export function sendFile<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.set('file', file);
  return exchange<T>(path, { method: 'POST', body }, {});
}

async function exchange<T>(path: string, request: RequestInit, headers: Record<string, string>): Promise<T> {
  const token = readToken();
  const own: Record<string, string> = token === null ? {} : { [TOKEN_HEADER]: token };
  return read<T>(await send(`${API}/${path}`, { ...request, headers: { ...headers, ...own } }), token);
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch {
    throw new ApiError(0, 'NO_CONNECTION', 'The server cannot be reached');
  }
}

async function read<T>(response: Response, sentToken: string | null): Promise<T> {
  const { headers } = response;
  const date = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(date)) clockDifference = date - Date.now();
  const token = headers.get(TOKEN_HEADER);
  if (token !== null) keepToken(token, sentToken);
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw toApiError(response, answer);
  return answer as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readToken(): string | null {
  try {
    return (visitorToken ??= localStorage.getItem(TOKEN_KEY));
  } catch {
    return visitorToken;
  }
}

/** The first of several parallel answers names the visitor, and a token that the server does not know is replaced. */
function keepToken(token: string, sentToken: string | null): void {
  if (readToken() !== sentToken) return;
  visitorToken = token;
  try {
    localStorage.setItem(TOKEN_KEY, token);
  } catch {
    // The token lasts until the page is loaded again.
  }
}
