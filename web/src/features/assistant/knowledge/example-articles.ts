import type { ArticleValues } from './knowledge-queries.ts';

type Example = Required<Pick<ArticleValues, 'title' | 'content' | 'kind' | 'language'>>;

const faqIn =
  (language: string) =>
  ([title, content]: readonly [string, string]): Example => ({ title, content, kind: 'faq', language });

const ENGLISH: readonly (readonly [string, string])[] = [
  ['What are your opening hours?', 'We are open Monday to Friday from 8 am to 6 pm and on Saturday from 9 am to 2 pm.'],
  ['How much is a bath?', 'Small dogs 35, medium dogs 50, large dogs 70, cats 60. Drying and brushing are included.'],
  ['How much is a full groom?', 'A full groom with haircut, bath, nails and ears starts at 65 for small dogs.'],
  [
    'Which vaccinations do you need?',
    'Dogs need rabies and distemper, cats need rabies. Please send a photo of the certificate.',
  ],
  [
    'How do I cancel or move an appointment?',
    'Write to us at least 24 hours before. Later we charge half of the price.',
  ],
  ['What if I am late?', 'We keep your time for 15 minutes. After that we look for another time with you.'],
  ['How can I pay?', 'By card, in cash or by bank transfer.'],
  ['What do I do in an emergency?', 'Please call the nearest animal hospital at once. We cannot help in an emergency.'],
];

const PORTUGUESE: readonly (readonly [string, string])[] = [
  ['Qual é o horário de funcionamento?', 'Abrimos de segunda a sexta das 8h às 18h e aos sábados das 9h às 14h.'],
  [
    'Quanto custa um banho?',
    'Cães pequenos R$ 60, médios R$ 85, grandes R$ 120, gatos R$ 95. Secagem e escovação estão incluídas.',
  ],
  ['Quanto custa a tosa completa?', 'A tosa com banho, unhas e ouvidos custa a partir de R$ 110 para cães pequenos.'],
  [
    'Quais vacinas são necessárias?',
    'Cães precisam da antirrábica e da V10, gatos da antirrábica. Mande uma foto da carteirinha.',
  ],
  [
    'Como cancelo ou remarco um horário?',
    'Avise com pelo menos 24 horas de antecedência. Depois disso cobramos metade do valor.',
  ],
  ['E se eu chegar atrasado?', 'Esperamos 15 minutos. Depois disso combinamos outro horário com você.'],
  ['Quais são as formas de pagamento?', 'Pix, cartão de débito ou crédito e dinheiro.'],
  [
    'O que faço em uma emergência?',
    'Ligue imediatamente para o hospital veterinário mais próximo. Não atendemos emergências.',
  ],
];

const BY_LANGUAGE: Readonly<Record<string, readonly Example[]>> = {
  en: ENGLISH.map(faqIn('en')),
  'pt-BR': PORTUGUESE.map(faqIn('pt-BR')),
};

/** Ready texts for a pet shop in the language of the user; prices and times are to be edited. */
export const examplesIn = (language: string): readonly Example[] => BY_LANGUAGE[language] ?? BY_LANGUAGE['en'] ?? [];
