import { Injectable } from '@nestjs/common';
import { declareSealedField, SecretBox } from '../../../core/security/index.js';
import type { LoginToken } from './accounts/account-finding.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

/** Each part replaces the one before it. */
export interface ConnectionSecrets {
  code?: { value: string; isRedirected: boolean; hint?: LoginToken['hint'] };
  login?: LoginToken;
  /** Tokens by account id. */
  accounts?: Record<string, { token: string; expires_at?: string }>;
}

type Owner = Pick<MetaConnection, '_id' | 'company_id'>;

const binding = declareSealedField('meta_connections', 'secrets');

/** Seals and opens the code and the tokens of a log-in. */
@Injectable()
export class ConnectionSecretsBox {
  constructor(private readonly box: SecretBox) {}

  seal(owner: Owner, secrets: ConnectionSecrets): string {
    return this.box.seal(JSON.stringify(secrets), binding(owner));
  }

  open({ secrets, ...owner }: Owner & Pick<MetaConnection, 'secrets'>): ConnectionSecrets {
    return secrets ? (JSON.parse(this.box.open(secrets, binding(owner))) as ConnectionSecrets) : {};
  }
}
