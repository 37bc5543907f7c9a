import assistant from './assistant.json';

/** The words of the pages of the assistant (see `withAssistantWords`). */
export const assistantWords = { assistant };
