import { traceId } from '../ids.ts';
import { compact, type JsonObject } from '../json.ts';

export interface GraphErrorOptions {
  /** HTTP status; mostly 400, and a weak signal anyway. */
  status?: number;
  subcode?: number;
  type?: 'OAuthException' | 'IGApiException' | 'GraphMethodException';
  transient?: boolean;
  userTitle?: string;
  userMessage?: string;
  details?: string;
}

/** `toJson` is the envelope that clients read. */
export class GraphError extends Error {
  readonly code: number;
  readonly status: number;
  readonly options: GraphErrorOptions;

  constructor(code: number, message: string, options: GraphErrorOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.options = options;
  }

  toJson(): JsonObject {
    const { subcode, type = 'OAuthException', transient, userTitle, userMessage, details } = this.options;
    return {
      error: compact({
        message: this.message,
        type,
        code: this.code,
        error_subcode: subcode,
        is_transient: transient,
        error_user_title: userTitle,
        error_user_msg: userMessage,
        error_data: details === undefined ? undefined : { messaging_product: 'whatsapp', details },
        fbtrace_id: traceId(),
      }),
    };
  }
}

/** Error 100. */
export function invalidParam(message: string, subcode?: number): GraphError {
  return new GraphError(100, `(#100) ${message}`, subcode === undefined ? {} : { subcode });
}

/** Error 100/33: no such object, or the token may not see it. */
export function missingObject(method: string, id: string): GraphError {
  const verb = method.toLowerCase();
  return new GraphError(
    100,
    `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
      'or does not support this operation.',
    { subcode: 33, type: 'GraphMethodException' },
  );
}

/** Clients recognise it by `code` and `error_data.details`. */
export function whatsappError(code: number, title: string, details: string, status = 400): GraphError {
  return new GraphError(code, `(#${code}) ${title}`, { status, details });
}
