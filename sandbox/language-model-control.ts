/** What the control API changes at the language model. */
import { ControlError } from './control-error.ts';
import { isObject, type JsonObject } from './json.ts';
import { MODEL_CHARACTERS, type ModelAnswer } from './language-model-brain.ts';
import type { LanguageModelFake } from './language-model.ts';

export const isModelCharacter = (value: unknown): boolean => MODEL_CHARACTERS.some((known) => known === value);

export function setModelAnswers(model: LanguageModelFake, { answers }: JsonObject): void {
  if (!Array.isArray(answers) || !answers.every(isObject)) throw new ControlError('answers must be a list of objects');
  model.answerNext(...(answers as ModelAnswer[]));
}
