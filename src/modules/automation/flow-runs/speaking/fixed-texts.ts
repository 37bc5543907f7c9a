/** The texts that PetBuddy itself sends to customers, in the language of the company. */
export const FIXED_TEXTS = ['opted_out', 'opted_in', 'emergency', 'emergency_phone', 'person', 'person_later'] as const;
export type FixedText = (typeof FIXED_TEXTS)[number];

/** The values of a text. `date` and `time`: when the company opens again. */
export interface FixedValues {
  readonly phone: string;
  readonly date: string;
  readonly time: string;
}

type Texts = Readonly<Record<FixedText, (values: FixedValues) => string>>;

const ENGLISH: Texts = {
  opted_out: () =>
    'You will get no more automatic messages here. Write START to get them again. Our team can still answer you.',
  opted_in: () => 'You will get automatic messages here again. Write STOP to end them.',
  emergency: () =>
    'This sounds urgent. We have told our team. If your pet is in danger, go to the nearest emergency vet now.',
  emergency_phone: ({ phone }) =>
    `This sounds urgent. Please call us now: ${phone}. We have told our team. If nobody answers, go to the nearest emergency vet.`,
  person: () => 'A person from our team will answer you here.',
  person_later: ({ date, time }) =>
    `We are closed now. A person from our team will answer you here after we open on ${date} at ${time}.`,
};

const PORTUGUESE: Texts = {
  opted_out: () =>
    'Você não vai mais receber mensagens automáticas aqui. Escreva VOLTAR A RECEBER para recebê-las de novo. Nossa equipe ainda pode responder a você.',
  opted_in: () => 'Você voltará a receber mensagens automáticas aqui. Escreva SAIR para parar de recebê-las.',
  emergency: () =>
    'Isso parece urgente. Já avisamos nossa equipe. Se o seu pet estiver em perigo, vá agora ao pronto-socorro veterinário mais próximo.',
  emergency_phone: ({ phone }) =>
    `Isso parece urgente. Ligue para nós agora: ${phone}. Avisamos nossa equipe. Se ninguém atender, vá ao pronto-socorro veterinário mais próximo.`,
  person: () => 'Uma pessoa da nossa equipe vai responder a você por aqui.',
  person_later: ({ date, time }) =>
    `Agora estamos fechados. Abrimos ${date}, às ${time}. Depois disso, uma pessoa da nossa equipe vai responder a você por aqui.`,
};

const SPANISH: Texts = {
  opted_out: () =>
    'Ya no recibirá mensajes automáticos aquí. Escriba START para recibirlos de nuevo. Nuestro equipo todavía puede responderle.',
  opted_in: () => 'Volverá a recibir mensajes automáticos aquí. Escriba STOP para terminarlos.',
  emergency: () =>
    'Esto parece urgente. Ya avisamos a nuestro equipo. Si su mascota está en peligro, vaya ahora al veterinario de urgencias más cercano.',
  emergency_phone: ({ phone }) =>
    `Esto parece urgente. Llámenos ahora: ${phone}. Avisamos a nuestro equipo. Si nadie contesta, vaya al veterinario de urgencias más cercano.`,
  person: () => 'Una persona de nuestro equipo le responderá aquí.',
  person_later: ({ date, time }) =>
    `Ahora estamos cerrados. Abrimos el ${date} a las ${time}. Después, una persona de nuestro equipo le responderá aquí.`,
};
const TEXTS: Readonly<Record<string, Texts>> = { en: ENGLISH, pt: PORTUGUESE, es: SPANISH };

const NO_VALUES: FixedValues = { phone: '', date: '', time: '' };

/** @param locale English where there are no words in it */
export function fixedText(locale: string, text: FixedText, values: Partial<FixedValues> = {}): string {
  return (TEXTS[locale.slice(0, 2)] ?? ENGLISH)[text]({ ...NO_VALUES, ...values });
}
