import { Injectable } from '@nestjs/common';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MetaConnectGateway } from './meta-connect.gateway.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

/** Stops a run after a newer one has taken over its connection. */
export class RunReplaced extends Error {
  override readonly name = 'RunReplaced';
}

/** Stores each step of a run and shows it live. */
@Injectable()
export class ConnectionProgress {
  constructor(
    private readonly connections: MetaConnectionsRepository,
    private readonly gateway: MetaConnectGateway,
  ) {}

  /** @throws RunReplaced */
  async save(connection: MetaConnection, fields: Partial<MetaConnection>): Promise<MetaConnection> {
    return this.shown(connection, await this.connections.save(scopeOf(connection), connection, fields));
  }

  /** @throws RunReplaced */
  async end(
    connection: MetaConnection,
    fields: Partial<MetaConnection> & Pick<MetaConnection, 'state'>,
  ): Promise<MetaConnection> {
    return this.shown(connection, await this.connections.end(scopeOf(connection), connection, fields));
  }

  private async shown(before: MetaConnection, saved: MetaConnection | null): Promise<MetaConnection> {
    if (!saved) throw new RunReplaced(`another run works on ${before._id.toHexString()}`);
    await this.gateway.announce(saved);
    return saved;
  }
}

export function scopeOf({ company_id }: MetaConnection): CompanyScope {
  return CompanyScope.of(company_id);
}
