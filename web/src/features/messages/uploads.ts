import type { Schemas } from '#web/lib/api/client.ts';
import { ApiError, toApiError } from '#web/lib/api/api-error.ts';
import { accessToken, onSessionEnd, refreshAccessToken } from '#web/lib/session/access-token.ts';
import { randomId } from '#web/lib/random-id.ts';
import { createStore, useStore } from '#web/lib/store.ts';

const MIB = 1024 * 1024;
const MAX_FILE_BYTES = 25 * MIB;
const MAX_PICTURE_BYTES = 8 * MIB;
export const MAX_FILES = 15;
const HTTP_UNAUTHORIZED = 401;

/** A file that the user has put into the composer of a conversation. */
export interface Upload {
  id: string;
  conversation_id: string;
  file: File;
  /** Uploaded share, 0 to 1. */
  progress: number;
  /** The address of the uploaded file. */
  stored?: Schemas['UploadedFileDto'];
  error?: { code: string; message: string };
}

const uploads = createStore<readonly Upload[]>([]);
const requests = new Map<string, XMLHttpRequest>();

/** The files in the composer of a conversation, in the order in which they were added. */
export const useUploads = (conversationId: string): Upload[] =>
  useStore(uploads).filter(({ conversation_id }) => conversation_id === conversationId);

/** The reason why a file cannot be sent; undefined if it can. */
export function problemOf({
  size,
  type,
}: Pick<File, 'size' | 'type'>): 'empty' | 'tooLarge' | 'pictureTooLarge' | undefined {
  if (size === 0) return 'empty';
  if (type.startsWith('image/') && size > MAX_PICTURE_BYTES) return 'pictureTooLarge';
  return size > MAX_FILE_BYTES ? 'tooLarge' : undefined;
}

/** Puts a file into the composer and uploads it. Removes it again if `mayStart` is false. */
export function addUpload(conversationId: string, file: File, mayStart: Promise<boolean>): void {
  const upload: Upload = { id: randomId(), conversation_id: conversationId, file, progress: 0 };
  uploads.set([...uploads.get(), upload]);
  void mayStart.then((isAllowed) => (isAllowed ? start(upload) : removeUploads([upload.id])));
}

/** Uploads a file again after a failure. */
export function retryUpload(id: string): void {
  const { error: _error, ...upload } = uploads.get().find((one) => one.id === id) ?? {};
  if (!('file' in upload)) return;
  replace(id, () => ({ ...upload, progress: 0 }));
  void start(upload);
}

/** Removes files from the composer and stops their uploads. */
export function removeUploads(ids: readonly string[]): void {
  for (const id of ids) requests.get(id)?.abort();
  uploads.set(uploads.get().filter(({ id }) => !ids.includes(id)));
}

async function start({ id, file }: Upload): Promise<void> {
  try {
    const stored = await send(id, file);
    replace(id, (upload) => ({ ...upload, progress: 1, stored }));
  } catch (error) {
    const { code, message } = error instanceof ApiError ? error : new ApiError(0, 'NO_CONNECTION', 'No connection');
    replace(id, (upload) => ({ ...upload, error: { code, message } }));
  }
}

async function send(id: string, file: File): Promise<Schemas['UploadedFileDto']> {
  const token = accessToken();
  try {
    return await request(id, file, token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== HTTP_UNAUTHORIZED) throw error;
    return request(id, file, await refreshAccessToken(token));
  }
}

/** `fetch` does not report the progress of an upload. */
function request(id: string, file: File, token: string | null): Promise<Schemas['UploadedFileDto']> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    requests.set(id, xhr);
    xhr.open('POST', '/api/v1/media');
    xhr.responseType = 'json';
    if (token !== null) xhr.setRequestHeader('authorization', `Bearer ${token}`);
    xhr.upload.onprogress = ({ loaded, total }) =>
      replace(id, (upload) => ({ ...upload, progress: total === 0 ? 0 : loaded / total }));
    xhr.onload = () =>
      xhr.status < 300
        ? resolve(xhr.response as Schemas['UploadedFileDto'])
        : reject(toApiError(new Response(null, { status: xhr.status }), xhr.response));
    xhr.onerror = () => reject(new ApiError(0, 'NO_CONNECTION', 'The server cannot be reached'));
    xhr.onloadend = () => requests.delete(id);
    const body = new FormData();
    body.append('file', file);
    xhr.send(body);
  });
}

function replace(id: string, change: (upload: Upload) => Upload): void {
  uploads.set(uploads.get().map((upload) => (upload.id === id ? change(upload) : upload)));
}

onSessionEnd(() => removeUploads(uploads.get().map(({ id }) => id)));
