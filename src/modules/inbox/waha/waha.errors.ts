import { AppError } from '../../../core/errors/index.js';
import { isWahaError, WahaRefusal } from './client/waha-errors.js';

const UNPROCESSABLE = 422;

export const noServer = (): AppError =>
  AppError.conflict('WAHA_NOT_CONNECTED', 'No WAHA server is stored. Enter its address and its key first');

export const sessionNotFound = (): AppError => AppError.notFound('WhatsApp session');

export const sessionExists = (): AppError =>
  AppError.conflict('SESSION_EXISTS', 'There is a number with this name. Choose another name');

export const sessionTaken = (): AppError =>
  AppError.conflict(
    'SESSION_TAKEN',
    'The WAHA server has a session of this name that PetBuddy did not make. Choose another name',
  );

export const sessionsLeft = (): AppError =>
  AppError.conflict('SESSIONS_LEFT', 'Numbers are still connected by this server. Remove them first');

export const unsafeServer = (reason: string): AppError =>
  new AppError(
    'UNSAFE_ADDRESS',
    UNPROCESSABLE,
    `${reason}. Enter an https address of a public host, or let the operator of PetBuddy allow the host`,
  );

const keyRefused = (): AppError =>
  new AppError('WAHA_KEY_REFUSED', UNPROCESSABLE, 'The WAHA server refuses the key. Enter the value of WAHA_API_KEY');

/** A WahaError in the words of the API; other errors stay as they are. */
export function toAppError(error: unknown): unknown {
  if (!isWahaError(error)) return error;
  if (!(error instanceof WahaRefusal)) {
    const next = 'Check the address and whether the server runs, then try again';
    return new AppError('WAHA_UNREACHABLE', UNPROCESSABLE, `${error.message}. ${next}`);
  }
  if (error.isAboutKey) return keyRefused();
  return new AppError('WAHA_REFUSED', UNPROCESSABLE, `The WAHA server refused it: ${error.message}`);
}

/** What a failed test of a channel stores. */
export function codeOf(error: unknown): string {
  return error instanceof WahaRefusal ? (error.isAboutKey ? 'WAHA_KEY_REFUSED' : 'WAHA_REFUSED') : 'WAHA_UNREACHABLE';
}
