import { Injectable } from '@nestjs/common';
import { CompanySecrets } from '../../../../core/integrations/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { ServicesService } from '../../../booking/catalog/index.js';
import { ChannelDirectory } from '../../../inbox/channels/index.js';
import { nameKey } from '../flow-names.js';
import { FlowsRepository } from '../flows.repository.js';
import type { Reference } from './exported-flow.js';

/** Something of the company that a flow may name. `id` is hex. */
export type Thing = Pick<Reference, 'kind' | 'id' | 'name' | 'platform'>;

/** What the flows of a company may name, with its name. */
@Injectable()
export class CompanyThings {
  constructor(
    private readonly services: ServicesService,
    private readonly accounts: AccountsRepository,
    private readonly flows: FlowsRepository,
    private readonly channels: ChannelDirectory,
    private readonly secrets: CompanySecrets,
  ) {}

  async all(scope: CompanyScope): Promise<Thing[]> {
    const [services, users, flows, channels] = await Promise.all([
      this.services.all(scope),
      this.accounts.colleagues(scope),
      this.flows.names(scope),
      this.channels.findLive(scope),
    ]);
    return [
      ...services.map(({ _id, name }): Thing => ({ kind: 'service', id: _id.toHexString(), name })),
      ...users.map(({ _id, full_name }): Thing => ({ kind: 'user', id: _id.toHexString(), name: full_name })),
      ...[...flows].map(([id, name]): Thing => ({ kind: 'flow', id, name })),
      ...channels.map(({ _id, name, platform }): Thing => ({ kind: 'channel', id: _id, name, platform })),
    ];
  }

  secretNames(scope: CompanyScope): Promise<string[]> {
    return this.secrets.names(scope);
  }
}

/** Things with the same key are taken for the same thing in another company. */
export function keyOf({ kind, name, platform }: Omit<Thing, 'id'>): string {
  return `${kind}/${platform ?? ''}/${nameKey(name)}`;
}
