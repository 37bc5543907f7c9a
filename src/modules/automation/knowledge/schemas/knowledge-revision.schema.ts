import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../../core/tenancy/index.js';

/** The number of changes of a company's knowledge. Processes with equal numbers have equal indexes. */
@Schema({ collection: 'knowledge_revisions' })
export class KnowledgeRevision implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const KnowledgeRevisionSchema = tenantSchema(KnowledgeRevision);
KnowledgeRevisionSchema.index({ company_id: 1 }, { unique: true });
