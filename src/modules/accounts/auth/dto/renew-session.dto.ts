import { RawText } from '../../../../core/http/index.js';

const MAX_ACCESS_TOKEN_LENGTH = 4_096;

/** Payload of `session:renew`. */
export class RenewSessionDto {
  /** A new access token of the same session. */
  @RawText(MAX_ACCESS_TOKEN_LENGTH)
  token!: string;
}

/** Acknowledgement of `session:renew`; the connection lives until `expiresAt` (ISO 8601). */
export interface RenewedSession {
  ok: true;
  expiresAt: string;
}
