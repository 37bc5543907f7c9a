import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

type Group = 'reasons' | 'lines' | 'gates' | 'claims' | 'codes' | 'tools' | 'intents' | 'notices' | 'languages';

/** Calls that the model has asked for carry this before the name of the tool. */
const BY_MODEL = 'model:';

/** A newer server may send codes that this version of the app has no words for; they are shown as they are. */
function wordsFor(group: Group, code: string, fallback = code): string {
  return (i18next.t as (key: string, options: object) => string)(`turns:${group}.${code}`, { defaultValue: fallback });
}

export interface TurnWords {
  /** Why a conversation went to staff, or why nothing was said. */
  reason: (code: string) => string;
  /** The same for a line in the thread, as a sentence. */
  line: (code: string) => string;
  /** A check that has changed the answer. */
  gate: (code: string) => string;
  /** The outcome of a tool, or the failure of a model. */
  code: (code: string, fallback?: string) => string;
  tool: (name: string) => string;
  intent: (name: string) => string;
  notice: (name: string) => string;
  language: (tag: string) => string;
}

/** The words for the codes of a turn, in the user's language. */
export function useTurnWords(): TurnWords {
  // Renders again after a change of the language.
  const { t } = useTranslation('turns');
  return {
    reason: (code) => wordsFor('reasons', code),
    line: (code) => wordsFor('lines', code),
    gate: (code) => {
      const [gate = code, claim] = code.split(':');
      const words = wordsFor('gates', gate);
      return claim ? `${words} (${wordsFor('claims', claim)})` : words;
    },
    code: (code, fallback) => wordsFor('codes', code, fallback),
    tool: (name) =>
      name.startsWith(BY_MODEL)
        ? t('ofModel', { tool: wordsFor('tools', name.slice(BY_MODEL.length)) })
        : wordsFor('tools', name),
    intent: (name) => wordsFor('intents', name),
    notice: (name) => wordsFor('notices', name),
    language: (tag) => wordsFor('languages', tag),
  };
}
