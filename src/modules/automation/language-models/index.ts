export type { EmbeddingModel, Embeddings } from './embedding-model.js';
export type { LanguageModel, ModelReply } from './language-model.js';
export { LanguageModelsModule } from './language-models.module.js';
export { LanguageModels } from './language-models.service.js';
