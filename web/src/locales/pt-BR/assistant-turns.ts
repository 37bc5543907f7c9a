import memory from './memory.json';
import suggestion from './suggestion.json';
import turns from './turns.json';

/** The words of turns, suggestions and the memory, which the inbox loads late (see `withAssistantTurnWords`). */
export const assistantTurnWords = { memory, suggestion, turns };
