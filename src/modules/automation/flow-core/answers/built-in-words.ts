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

const PET_QUESTIONS: Readonly<Record<string, string>> = {
  en: 'For which pet?',
  pt: 'Para qual pet?',
  es: '¿Para qué mascota?',
};

/** The question before a booking of a customer with several pets; English for other languages. */
export function petQuestion(locale: string): string {
  return PET_QUESTIONS[languageOf(locale)] ?? 'For which pet?';
}

/** The text before a question is asked again; English for other languages. */
export function retryWords(kind: AskData['answer'], locale: string): string {
  return (BY_LANGUAGE[languageOf(locale)] ?? ENGLISH)[kind];
}

function languageOf(locale: string): string {
  return locale.slice(0, 2).toLowerCase();
}
