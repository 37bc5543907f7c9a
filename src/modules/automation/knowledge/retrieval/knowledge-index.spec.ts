import fc from 'fast-check';
import { KnowledgeIndex, type KnowledgeText } from './index.js';
import { questionKey } from './terms.js';
import { wordsOf } from './tokens.js';

const faq = (id: string, title: string, content: string, synonyms: string[] = []): KnowledgeText => ({
  id,
  kind: 'faq',
  language: 'en',
  title,
  content,
  synonyms,
});
const HOURS = faq('hours', 'When are you open?', 'Monday to Friday from 8 am to 7 pm.');
const NAILS = faq('nails', 'Do you trim nails?', 'It costs 15.', ['manicure']);
const TAXI = faq('taxi', 'Do you fetch dogs?', 'Our van comes for 10.');

const found = async (question: string, texts = [HOURS, NAILS, TAXI], language = 'en'): Promise<string[]> =>
  (await KnowledgeIndex.build(language, texts)).find(question).map(({ chunk }) => chunk.articleId);

describe('the index of a knowledge base', () => {
  it.each([
    ['another word for the same thing', 'claws too long', 'nails'],
    ['a synonym of the article', 'manicure', 'nails'],
    ['a plural', 'nail', 'nails'],
    ['a typo', 'fridai', 'hours'],
    ['the beginning of the last word', 'mani', 'nails'],
    ['a word of another language', 'cortar unhas', 'nails'],
  ])('finds by %s', async (_, question, id) => {
    expect((await found(question))[0]).toBe(id);
  });

  it('finds without accents, and knows Spanish ñ', async () => {
    const texts = [faq('bath', '¿Cuánto cuesta un baño?', '20 €'), faq('nails', '¿Cortan las uñas?', '8 €')];
    expect(await found('bano', texts, 'es')).toEqual(['bath']);
    expect(await found('uñas', texts, 'es')).toEqual(['nails']);
    expect(await found('unas', texts, 'es')).toEqual([]);
  });

  it.each([
    ['ja', '営業時間は何時ですか', '営業時間を教えて'],
    ['zh', '你们几点营业', '几点开门营业'],
    ['th', 'ร้านเปิดกี่โมง', 'วันนี้ร้านเปิดไหม'],
  ])('finds in %s, which has no spaces', async (language, title, question) => {
    const texts = [faq('hours', title, '9-18'), NAILS];
    expect(await found(question, texts, language)).toEqual(['hours']);
  });

  it('finds nothing for small talk', async () => {
    for (const question of ['hello, how are you?', '', '???', '👍']) expect(await found(question)).toEqual([]);
  });

  it('has scores from 0 to 1, highest for a question that is covered wholly', async () => {
    const index = await KnowledgeIndex.build('en', [HOURS, NAILS, TAXI]);
    expect(index.find('Do you trim nails?')[0]?.score).toBe(1);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (question) => {
        for (const { score } of index.find(`${question} nails`)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never has a text of another company', async () => {
    const words = fc.constantFrom('bath', 'nails', 'price', 'open', 'monday', 'dog', 'secret', 'van');
    const someTexts = fc.array(fc.tuple(fc.array(words, { minLength: 1, maxLength: 4 }), words), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(someTexts, someTexts, fc.array(words, { maxLength: 4 }), async (ours, theirs, asked) => {
        const textsOf = (company: string, texts: typeof ours): KnowledgeText[] =>
          texts.map(([title, content], index) => faq(`${company}-${index}`, title.join(' '), content));
        const index = await KnowledgeIndex.build('en', textsOf('ours', ours));
        await KnowledgeIndex.build('en', textsOf('theirs', theirs));
        for (const { chunk } of index.find(asked.join(' '))) expect(chunk.articleId).toMatch(/^ours-/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('words of a text', () => {
  it.each([
    ['Tosa higiênica, já!', ['tosa', 'higienica', 'ja']],
    ['24h', ['24h']],
    ['AAA犬は', ['aaa', '犬は']],
    ['猫', ['猫']],
    ['ＶＩＰ', ['vip']],
  ])('of “%s” are folded', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('the key of a question', () => {
  it('is equal for questions that ask for the same things', () => {
    expect(questionKey('Do you sell aquariums?', 'en')).toBe(questionKey('hi, are AQUARIUMS something you sell', 'en'));
    expect(questionKey('Do you sell aquariums?', 'en')).not.toBe(questionKey('Do you sell fish?', 'en'));
    expect(questionKey('ok thanks', 'en')).toBe('');
  });
});
