import { Types } from 'mongoose';
import { AppError } from '../errors/index.js';

export type IdLike = Types.ObjectId | string;

/**
 * Proof that the caller acts inside one company. Every tenant repository takes it first, so a query without a
 * company does not compile.
 */
export class CompanyScope {
  private constructor(readonly companyId: Types.ObjectId) {}

  /**
   * Call it only with a verified id: of an access token, a channel record, or a job's own payload.
   * @throws AppError INVALID_ID
   */
  static of(companyId: IdLike): CompanyScope {
    return new CompanyScope(toObjectId(companyId, 'company_id'));
  }

  get id(): string {
    return this.companyId.toHexString();
  }
}

/**
 * The few duties that may read across companies. The reason is sent as the comment of the command, so the wire probe
 * and the database log show it.
 */
export const SYSTEM_REASONS = [
  'log-in by e-mail',
  'redeem mailed link',
  'route inbound event to its channel',
  'keep a shared subscription',
  'reopen unroutable events',
  'refresh tokens of channels',
  'read message templates',
  'mail troubles of channels',
  'drain inbound events',
  'sweep outbox',
  'sweep expired',
  'publish unpublished messages',
  'publish appointment events',
  'finish registrations',
  'session lifecycle',
  'media delivery',
  'delete unused files',
  'finish contact merges',
  'metrics',
  'seal secrets anew',
  'deliver outgoing webhooks',
  'send scheduled messages',
  'send reminders',
  'run flows',
  'run the assistant',
  'watch WhatsApp sessions',
  'receive payment events',
  'follow payments',
  'recognise an API key',
  'read a calendar feed',
  'finish a log-in at Meta',
  'finish a log-in at Google',
  'synchronise Google Calendar',
  'demo seed',
] as const;
export type SystemReason = (typeof SYSTEM_REASONS)[number];

const COMMENT_PREFIX = 'system: ';

export function systemComment(reason: SystemReason): string {
  return `${COMMENT_PREFIX}${reason}`;
}

export function isSystemComment(comment: unknown): boolean {
  return typeof comment === 'string' && SYSTEM_REASONS.some((reason) => comment === systemComment(reason));
}

const HEX_ID = /^[0-9a-f]{24}$/i;

/** @throws AppError INVALID_ID */
export function toObjectId(value: IdLike, field = '_id'): Types.ObjectId {
  if (value instanceof Types.ObjectId) return value;
  if (typeof value !== 'string' || !HEX_ID.test(value)) throw AppError.invalidId(field);
  return new Types.ObjectId(value);
}

export function distinctIds(ids: readonly Types.ObjectId[]): Types.ObjectId[] {
  return [...new Map(ids.map((id) => [id.toHexString(), id])).values()];
}
