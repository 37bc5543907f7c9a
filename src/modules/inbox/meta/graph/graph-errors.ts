const TOKEN_CODES = new Set([0, 102, 190]);
/** Unknown error, service down, and rate limits. */
const PASSING_CODES = new Set([1, 2, 4, 17, 32, 613]);

/** Meta refused the call. Branch on `code`; the message is for people. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly code: number;
  readonly subcode: number | undefined;

  constructor(error: { code?: number; error_subcode?: number; message?: string }) {
    super(error.message ?? 'Meta refused the call');
    this.code = error.code ?? -1;
    this.subcode = error.error_subcode;
  }

  get isAboutToken(): boolean {
    return TOKEN_CODES.has(this.code);
  }

  get isPassing(): boolean {
    return PASSING_CODES.has(this.code);
  }
}

/** No usable answer: the result is unknown. */
export class GraphUnreachable extends Error {
  override readonly name = 'GraphUnreachable';

  constructor(status?: number) {
    super(status === undefined ? 'Meta does not answer' : `Meta answered with status ${status}`);
  }
}

/** Meta refused the app of this installation, so nothing is known of the inspected token. */
export class GraphAppRefused extends Error {
  override readonly name = 'GraphAppRefused';

  constructor(reason: string) {
    super(`Meta refused FACEBOOK_APP_ID and FACEBOOK_APP_SECRET; correct them. ${reason}`);
  }
}

export function isGraphError(error: unknown): error is GraphRefusal | GraphUnreachable | GraphAppRefused {
  return error instanceof GraphRefusal || error instanceof GraphUnreachable || error instanceof GraphAppRefused;
}

export function graphErrorCode(error: Error): string {
  return error instanceof GraphRefusal ? `GRAPH_${error.code}` : error.name;
}
