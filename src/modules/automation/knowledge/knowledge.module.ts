import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { AssistantSetupModule } from '../assistant-setup/index.js';
import { LanguageModelsModule } from '../language-models/index.js';
import { GapsController } from './gaps/gaps.controller.js';
import { GapsRepository } from './gaps/gaps.repository.js';
import { GapsService } from './gaps/gaps.service.js';
import { KnowledgeImportController } from './import/knowledge-import.controller.js';
import { KnowledgeImportService } from './import/knowledge-import.service.js';
import { KnowledgeAuthors } from './knowledge-authors.js';
import { KnowledgeController } from './knowledge.controller.js';
import { KnowledgeIndexes } from './knowledge-indexes.js';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeRevisionsRepository } from './knowledge-revisions.repository.js';
import { KnowledgeSearchController } from './knowledge-search.controller.js';
import { KnowledgeService } from './knowledge.service.js';
import { RetrieverService } from './retriever.service.js';
import { KnowledgeArticle, KnowledgeArticleSchema } from './schemas/knowledge-article.schema.js';
import { KnowledgeGap, KnowledgeGapSchema } from './schemas/knowledge-gap.schema.js';
import { KnowledgeVector, KnowledgeVectorSchema } from './schemas/knowledge-vector.schema.js';
import { EmbeddingsService } from './vectors/embeddings.service.js';
import { KnowledgeVectorsRepository } from './vectors/knowledge-vectors.repository.js';
import { KnowledgeRevision, KnowledgeRevisionSchema } from './schemas/knowledge-revision.schema.js';

/** Texts of the company from which customers are answered, and the questions that no text answers. */
@Module({
  imports: [
    AssistantSetupModule,
    MongooseModule.forFeature([
      { name: KnowledgeArticle.name, schema: KnowledgeArticleSchema },
      { name: KnowledgeGap.name, schema: KnowledgeGapSchema },
      { name: KnowledgeRevision.name, schema: KnowledgeRevisionSchema },
      { name: KnowledgeVector.name, schema: KnowledgeVectorSchema },
    ]),
    CompaniesModule,
    ContactsModule,
    LanguageModelsModule,
    UsersModule,
  ],
  // Fixed paths come before `/knowledge/:id`.
  controllers: [GapsController, KnowledgeImportController, KnowledgeSearchController, KnowledgeController],
  providers: [
    EmbeddingsService,
    GapsRepository,
    GapsService,
    KnowledgeAuthors,
    KnowledgeImportService,
    KnowledgeIndexes,
    KnowledgeRepository,
    KnowledgeRevisionsRepository,
    KnowledgeService,
    KnowledgeVectorsRepository,
    RetrieverService,
  ],
  exports: [GapsService, KnowledgeService, RetrieverService],
})
export class KnowledgeModule {}
