import knowledge from './knowledge.json';

/** The words of the knowledge (see `withKnowledgeWords`). */
export const knowledgeWords = { knowledge };
