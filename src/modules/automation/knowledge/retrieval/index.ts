/** The pure part of the knowledge: texts in, snippets out. No Nest, no I/O, no clock. */
export { type Chunk, chunksOf, type KnowledgeText } from './chunks.js';
export type { Hit } from './hit.js';
export { KnowledgeIndex } from './knowledge-index.js';
export { baseLanguage, questionKey } from './terms.js';
export { chosen, estimatedTokens, MIN_SCORE } from './snippets.js';
