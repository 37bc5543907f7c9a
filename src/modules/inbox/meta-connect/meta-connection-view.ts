import type { MetaPlatform } from '../meta/index.js';
import type { ConnectionFinding, FoundAccount } from './accounts/account-finding.js';
import type {
  ConnectionError,
  ConnectionState,
  ConnectionStep,
  MetaConnection,
} from './schemas/meta-connection.schema.js';

export type FoundAccountView = Omit<FoundAccount, 'settings'>;

export interface MetaConnectionView {
  _id: string;
  product: MetaPlatform;
  state: ConnectionState;
  /** The channel to connect again; null for new channels. */
  channel_id: string | null;
  steps: ConnectionStep[];
  accounts: FoundAccountView[];
  findings: ConnectionFinding[];
  error: ConnectionError | null;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

const OPEN_STATES: readonly ConnectionState[] = ['started', 'working', 'choosing', 'connecting'];

/** Lists each field, so that a new stored field stays private. */
export function toConnectionView(connection: MetaConnection): MetaConnectionView {
  const { _id, product, state, channel_id, steps, accounts, findings, error } = connection;
  const { expires_at, created_at, updated_at } = connection;
  const isExpired = OPEN_STATES.includes(state) && expires_at <= new Date();
  return {
    _id: _id.toHexString(),
    product,
    state: isExpired ? 'expired' : state,
    channel_id: channel_id?.toHexString() ?? null,
    steps,
    accounts: accounts.map(toAccountView),
    findings,
    error: error ?? null,
    expires_at,
    created_at,
    updated_at,
  };
}

function toAccountView({ external_id, platform, name, connectable, ...rest }: FoundAccount): FoundAccountView {
  const { reason_code, reason, needs_pin } = rest;
  return {
    external_id,
    platform,
    name,
    connectable,
    ...(reason_code && { reason_code }),
    ...(reason && { reason }),
    ...(needs_pin && { needs_pin }),
  };
}
