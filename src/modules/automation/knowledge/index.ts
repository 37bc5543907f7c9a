export { GapsService, type UnansweredQuestion } from './gaps/gaps.service.js';
export { KnowledgeModule } from './knowledge.module.js';
export { KnowledgeService } from './knowledge.service.js';
export { type Retrieval, RetrieverService, type Snippet } from './retriever.service.js';
