import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ChangeCounter } from '../../../core/tenancy/index.js';
import { KnowledgeRevision } from './schemas/knowledge-revision.schema.js';

/** The number of changes of the knowledge of a company. */
@Injectable()
export class KnowledgeRevisionsRepository extends ChangeCounter<KnowledgeRevision> {
  constructor(@InjectModel(KnowledgeRevision.name) model: Model<KnowledgeRevision>) {
    super(model);
  }
}
