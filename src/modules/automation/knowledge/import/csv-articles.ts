import { foldText } from '../../../../core/text/index.js';

export type ImportColumn = 'title' | 'content' | 'language' | 'kind' | 'synonyms';

/** Names of columns, folded. */
const NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
  title: ['title', 'question', 'titulo', 'pergunta', 'pregunta'],
  content: ['content', 'answer', 'text', 'conteudo', 'resposta', 'texto', 'contenido', 'respuesta'],
  language: ['language', 'locale', 'idioma', 'lingua'],
  kind: ['kind', 'type', 'tipo'],
  synonyms: ['synonyms', 'keywords', 'sinonimos', 'palavras chave', 'palabras clave'],
};
const QUESTIONS: readonly string[] = ['question', 'pergunta', 'pregunta'];

/** Where the columns of a file are. */
export interface ImportColumns {
  readonly places: ReadonlyMap<ImportColumn, number>;
  /** The title column is called “question”, so its rows are questions unless they say otherwise. */
  readonly areQuestions: boolean;
}

/** Columns with unknown names are left out. */
export function columnsOf(header: readonly string[]): ImportColumns {
  const names = header.map((name) =>
    foldText(name)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const columns = (Object.keys(NAMES) as ImportColumn[]).flatMap((column): [ImportColumn, number][] => {
    const place = names.findIndex((name) => NAMES[column].includes(name));
    return place === -1 ? [] : [[column, place]];
  });
  const places = new Map(columns);
  return { places, areQuestions: QUESTIONS.includes(names[places.get('title') ?? -1] ?? '') };
}
