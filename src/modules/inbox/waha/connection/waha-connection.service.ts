import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { assertCallable, UnsafeUrlError } from '../../../../core/outbound/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { WahaClient } from '../client/waha-client.js';
import { WahaHttp, type WahaServer } from '../client/waha-http.js';
import { noServer, toAppError, unsafeServer } from '../waha.errors.js';
import { apiKeyPlace, type WahaConnection } from './waha-connection.schema.js';
import { WahaConnectionsRepository } from './waha-connections.repository.js';

/** The server as the company sees it; the key is never shown. */
export interface WahaConnectionView {
  base_url: string | null;
  has_api_key: boolean;
  /** Null without a server. */
  updated_at: Date | null;
}

/** The WAHA server of a company. */
@Injectable()
export class WahaConnectionService {
  constructor(
    private readonly connections: WahaConnectionsRepository,
    private readonly secrets: SecretBox,
    private readonly client: WahaClient,
    private readonly http: WahaHttp,
  ) {}

  async view(scope: CompanyScope): Promise<WahaConnectionView> {
    return toView(await this.connections.ofCompany(scope));
  }

  /**
   * Stores the server if it accepts the key. Sessions on the server before stay there.
   * @throws AppError UNSAFE_ADDRESS | WAHA_UNREACHABLE | WAHA_KEY_REFUSED | WAHA_REFUSED
   */
  async save(scope: CompanyScope, input: WahaServer): Promise<WahaConnectionView> {
    const base_url = await this.checkedAddress(input.base_url);
    await this.client.version({ base_url, api_key: input.api_key }).catch((error: unknown) => {
      throw toAppError(error);
    });
    const known = await this.connections.ofCompany(scope);
    const _id = known?._id ?? new Types.ObjectId();
    const api_key = this.secrets.seal(input.api_key, apiKeyPlace({ _id, company_id: scope.companyId }));
    const fields = { base_url, api_key };
    const stored = known
      ? await this.connections.replace(scope, _id, fields)
      : await this.connections.insert(scope, _id, fields);
    // Another request stored or removed the server at the same time.
    return stored ? toView(stored) : this.save(scope, input);
  }

  remove(scope: CompanyScope): Promise<void> {
    return this.connections.remove(scope);
  }

  /** @throws AppError WAHA_NOT_CONNECTED */
  async server(scope: CompanyScope): Promise<WahaServer> {
    const connection = await this.connections.ofCompany(scope);
    if (!connection) throw noServer();
    const { base_url, api_key } = connection;
    return { base_url, api_key: this.secrets.open(api_key, apiKeyPlace(connection)) };
  }

  private async checkedAddress(address: string): Promise<string> {
    try {
      const url = await assertCallable(address, this.http.allowed);
      if (url.search !== '' || url.hash !== '') throw new UnsafeUrlError('The address may have no query');
      return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    } catch (error) {
      throw error instanceof UnsafeUrlError ? unsafeServer(error.message) : error;
    }
  }
}

function toView(connection: WahaConnection | null): WahaConnectionView {
  if (!connection) return { base_url: null, has_api_key: false, updated_at: null };
  const { base_url, updated_at } = connection;
  return { base_url, has_api_key: true, updated_at };
}
