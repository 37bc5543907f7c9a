/** A part of an article that is found and shown as one snippet. */
export interface Chunk {
  readonly articleId: string;
  readonly kind: 'article' | 'faq';
  readonly language: string;
  /** Place in the article, from 0. */
  readonly place: number;
  /** The title of the article and the headings above the text. */
  readonly path: readonly string[];
  readonly text: string;
}

/** What the index needs of an article. */
export interface KnowledgeText {
  readonly id: string;
  readonly kind: 'article' | 'faq';
  /** A language tag such as pt-BR. */
  readonly language: string;
  readonly title: string;
  readonly content: string;
  readonly synonyms: readonly string[];
}

const MIN_WORDS = 80;
const MAX_WORDS = 250;
/** Bounds a chunk of long words or of a script without spaces. */
const MAX_CHARACTERS = 2_000;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const SENTENCE_END = /(?<=[.!?…。！？])\s*(?=\S)/u;
const CHARACTERS_A_WORD = 8;

interface Section {
  readonly path: readonly string[];
  readonly text: string;
}

/**
 * Cuts an article at its headings into texts of 80 to 250 words: short neighbours are joined, long ones are cut between
 * paragraphs, then between sentences. An answer of a question is cut only if it is longer.
 */
export function chunksOf({ id, kind, language, title, content }: KnowledgeText): Chunk[] {
  const sections = kind === 'faq' ? [{ path: [title], text: content.trim() }] : sectionsOf(title, content);
  return joined(sections.flatMap(cut)).map((section, place) => ({ articleId: id, kind, language, place, ...section }));
}

function sectionsOf(title: string, content: string): Section[] {
  const sections: Section[] = [];
  const headings: string[] = [];
  let lines: string[] = [];
  const close = (): void => {
    const text = lines.join('\n').trim();
    // A first heading that repeats the title says nothing new.
    const below = headings.filter((heading): heading is string => heading !== undefined && heading !== title);
    if (text !== '') sections.push({ path: [title, ...below], text });
    lines = [];
  };
  for (const line of content.split('\n')) {
    const [, marks, heading] = HEADING.exec(line) ?? [];
    if (marks === undefined || heading === undefined) {
      lines.push(line);
      continue;
    }
    close();
    headings.length = Math.min(headings.length, marks.length - 1);
    headings[marks.length - 1] = heading;
  }
  close();
  return sections.length > 0 ? sections : [{ path: [title], text: title }];
}

/** Joins a short text with the next one. The path of the joined text is what both have in common. */
function joined(sections: readonly Section[]): Section[] {
  const result: Section[] = [];
  for (const section of sections) {
    const last = result.at(-1);
    const fits = last && sizeOf(last.text) + sizeOf(section.text) <= MAX_WORDS && isShortBeside(last, section);
    if (!fits || last.text.length + section.text.length > MAX_CHARACTERS) result.push(section);
    else result[result.length - 1] = join(last, section);
  }
  return result;
}

const isShortBeside = (one: Section, other: Section): boolean =>
  sizeOf(one.text) < MIN_WORDS || sizeOf(other.text) < MIN_WORDS;

function join(one: Section, other: Section): Section {
  const same = one.path.findIndex((heading, index) => heading !== other.path[index]);
  const path = same === -1 ? one.path : one.path.slice(0, same);
  const under = (section: Section): string => [...section.path.slice(path.length), section.text].join('\n');
  return { path, text: `${under(one)}\n\n${under(other)}` };
}

function cut(section: Section): Section[] {
  if (isSmall(section.text)) return [section];
  const parts = piecesOf(section.text, ['\n\n', '\n', SENTENCE_END, ' ']);
  return parts.map((text) => ({ path: section.path, text }));
}

/** Cuts at the first separator, and what is still too long at the next ones; then fills pieces up again. */
function piecesOf(text: string, [separator, ...finer]: readonly (string | RegExp)[]): string[] {
  if (isSmall(text)) return [text];
  if (separator === undefined) {
    const characters = [...text];
    const count = Math.ceil(characters.length / MAX_CHARACTERS);
    return Array.from({ length: count }, (_, index) =>
      characters.slice(index * MAX_CHARACTERS, (index + 1) * MAX_CHARACTERS).join(''),
    );
  }
  const glue = typeof separator === 'string' ? separator : ' ';
  const pieces: string[] = [];
  for (const part of text.split(separator).flatMap((piece) => piecesOf(piece.trim(), finer))) {
    const last = pieces.at(-1);
    if (last !== undefined && isSmall(last + glue + part)) pieces[pieces.length - 1] = last + glue + part;
    else if (part !== '') pieces.push(part);
  }
  return pieces;
}

const isSmall = (text: string): boolean => text.length <= MAX_CHARACTERS && sizeOf(text) <= MAX_WORDS;

/** Words; a text without spaces counts by its characters. */
function sizeOf(text: string): number {
  return Math.max(text.split(/\s+/).length, Math.ceil(text.length / CHARACTERS_A_WORD / 2));
}
