import { EN } from './golden.en.ts';
import { ES } from './golden.es.ts';
import { PT } from './golden.pt.ts';
import { HELD_OUT } from './held-out.ts';
import { MORE_QUESTIONS } from './more-questions.ts';

/** The retrieval is tuned on these. */
export const TUNED_SETS = [PT, EN, ES].map((set) => {
  const more = MORE_QUESTIONS[set.language];
  const [questions, outside] = [more?.questions ?? [], more?.outside ?? []];
  return { ...set, questions: [...set.questions, ...questions], outside: [...set.outside, ...outside] };
});
/** The same knowledge with other questions. */
export const HELD_OUT_SETS = TUNED_SETS.map((set) => ({ ...set, ...HELD_OUT[set.language] }));
