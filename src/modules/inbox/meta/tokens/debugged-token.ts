import { TOKEN_KINDS, type TokenFindings } from '../../channels/index.js';
import { GraphRefusal } from '../graph/graph-errors.js';

const MS_PER_SECOND = 1_000;
const TOKEN_REFUSED = 190;

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads an answer of debug_token, which has status 200 also for a token that no longer works.
 * @throws GraphRefusal 190 with the subcode of the reason, if the token is not valid
 */
export function readDebuggedToken(answer: Node): TokenFindings {
  const { is_valid, type, error } = answer;
  if (is_valid !== true) {
    const { message, subcode } = (error ?? {}) as { message?: string; subcode?: number };
    throw new GraphRefusal({
      code: TOKEN_REFUSED,
      error_subcode: subcode,
      message: message ?? 'The token is not valid',
    });
  }
  return {
    kind: TOKEN_KINDS.find((kind) => kind === String(type).toLowerCase()) ?? null,
    expires_at: dateOf(answer['expires_at']),
    data_access_expires_at: dateOf(answer['data_access_expires_at']),
    refreshed_at: dateOf(answer['issued_at']),
  };
}

/** From Unix seconds; 0 means never. */
function dateOf(seconds: unknown): Date | null {
  return typeof seconds === 'number' && seconds > 0 ? new Date(seconds * MS_PER_SECOND) : null;
}
