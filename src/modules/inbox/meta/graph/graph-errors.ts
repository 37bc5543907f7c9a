import type { ErrorClass } from '../../message-sending/index.js';
import { type GraphError, graphFailure } from './graph-error-table.js';

/** Meta's errors may contain the token: `Malformed access token EAA…`. */
const TOKEN = /\b(?:EAA|IGAA)[\w-]{8,}/g;

/** Meta refused the call. Branch on `code`; the message is for people. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly code: number;
  readonly subcode: number | undefined;
  /** Meta's text for people, if there is one. */
  readonly userMessage: string | undefined;

  private readonly errorClass: ErrorClass;

  constructor(error: GraphError) {
    super(error.message?.replace(TOKEN, '…') ?? 'Meta refused the call');
    this.code = error.code ?? -1;
    this.subcode = error.error_subcode;
    this.userMessage = error.error_user_msg;
    this.errorClass = graphFailure(error).class;
  }

  get isAboutToken(): boolean {
    return this.errorClass === 'auth';
  }

  get isPassing(): boolean {
    return this.errorClass === 'transient' || this.errorClass === 'throttle';
  }
}

/** No usable answer: the result is unknown. */
export class GraphUnreachable extends Error {
  override readonly name = 'GraphUnreachable';

  constructor(status?: number) {
    super(status === undefined ? 'Meta does not answer' : `Meta answered with status ${status}`);
  }
}

/** Meta refused the app of this installation, so the inspected token was not checked. */
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
