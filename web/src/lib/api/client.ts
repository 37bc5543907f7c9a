import createClient from 'openapi-fetch';
import { accessToken, refreshAccessToken } from '#web/lib/session/access-token.ts';
import { ApiError, toApiError } from './api-error.ts';
import type { components, paths } from './api.gen.ts';

export type Schemas = components['schemas'];

/** Sends with the access token; a token that has just expired is renewed and the request repeated once. */
async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const token = accessToken();
  const response = await send(request, token);
  if (response.status !== 401 || token === null || (await isWrongPassword(response))) return response;
  const renewed = await refreshAccessToken(token);
  return renewed === null ? response : send(again, renewed);
}

/** The typed password is wrong, so a new token does not help. */
async function isWrongPassword(response: Response): Promise<boolean> {
  const body = (await response.clone().json()) as { code?: string };
  return body.code === 'INVALID_CREDENTIALS';
}

async function send(request: Request, token: string | null): Promise<Response> {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'NO_CONNECTION', 'The server cannot be reached');
  }
}

/** The typed client of the API. Wrap each call in {@link call}. */
export const api = createClient<paths>({ fetch: authorizedFetch });

/**
 * The data of an answer.
 *
 * @throws ApiError where the answer is an error or does not come
 */
export async function call<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw toApiError(response, error);
  return data as T;
}
