import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerImportsRepository } from './customer-imports.repository.js';
import type { CustomerImport, ImportState } from './schemas/customer-import.schema.js';

const ENDS: readonly ImportState[] = ['done', 'undone', 'failed'];

/** Changes the state of imports, and shows it to those who may import. */
@Injectable()
export class ImportProgressService {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly realtime: RealtimeService,
  ) {}

  /** @see CustomerImportsRepository.move */
  async move(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly ImportState[],
    change: Parameters<CustomerImportsRepository['move']>[3],
  ): Promise<CustomerImport | null> {
    const moved = await this.imports.move(scope, id, from, change);
    if (moved) await this.show(scope, moved, change.state !== undefined && ENDS.includes(change.state));
    return moved;
  }

  private async show(scope: CompanyScope, { _id, kind, state, counts }: CustomerImport, isEnd: boolean): Promise<void> {
    const importId = _id.toHexString();
    this.realtime.showTo(scope, 'contacts:import', 'import:progress', { importId, state, rows: counts.rows });
    if (isEnd) await this.realtime.publish(scope, 'import:completed', { importId, kind, state });
  }
}
