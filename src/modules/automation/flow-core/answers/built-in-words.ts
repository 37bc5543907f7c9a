import type { AskData } from '../graph.js';

type Retries = Readonly<Record<AskData['answer'], string>>;

const ENGLISH: Retries = {
  text: 'Please write your answer as a text.',
  number: 'Please answer with a number, for example 3.',
  date: 'Please answer with a date, for example 25/12 or “tomorrow”.',
  phone: 'Please answer with a phone number with its area code.',
  choice: 'Please choose one of the numbers or tap an option.',
};
const BY_LANGUAGE: Readonly<Record<string, Retries>> = {
  en: ENGLISH,
  pt: {
    text: 'Por favor, escreva a sua resposta como texto.',
    number: 'Por favor, responda com um número, por exemplo 3.',
    date: 'Por favor, responda com uma data, por exemplo 25/12 ou “amanhã”.',
    phone: 'Por favor, responda com um telefone com DDD.',
    choice: 'Por favor, escolha um dos números ou toque em uma opção.',
  },
  es: {
    text: 'Por favor, escribe tu respuesta como texto.',
    number: 'Por favor, responde con un número, por ejemplo 3.',
    date: 'Por favor, responde con una fecha, por ejemplo 25/12 o “mañana”.',
    phone: 'Por favor, responde con un teléfono con su prefijo.',
    choice: 'Por favor, elige uno de los números o toca una opción.',
  },
};

/** The text before a question is asked again; English for other languages. */
export function retryWords(kind: AskData['answer'], locale: string): string {
  const language = locale.slice(0, 2).toLowerCase();
  return (BY_LANGUAGE[language] ?? ENGLISH)[kind];
}
