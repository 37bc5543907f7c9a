export { excerptOf } from './excerpt.js';
export { foldText, MAX_QUERY_LENGTH, prefixFilters, searchWords } from './search-words.js';
