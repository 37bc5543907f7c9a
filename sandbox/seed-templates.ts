import type { JsonObject } from './json.ts';
import type { TemplateCategory, WhatsappTemplate } from './template-book.ts';

type Seed = Omit<WhatsappTemplate, 'id'>;

interface SeedParts {
  category?: TemplateCategory;
  status?: WhatsappTemplate['status'];
  /** Examples by the name of the variable. */
  examples?: Record<string, string>;
  header?: string;
  footer?: string;
  /** Titles of quick replies. */
  buttons?: string[];
}

export const SEED_TEMPLATES: readonly Seed[] = [
  seed('hello_world', 'en_US', 'Hello World', { footer: 'WhatsApp Business Platform sample message' }),
  seed('appointment_reminder', 'en_US', 'Hi {{1}}, a reminder of the visit of {{2}} on {{3}}.', {
    examples: { '1': 'Ana', '2': 'Luna', '3': 'Friday, 10:00' },
    buttons: ['Confirm', 'Reschedule'],
  }),
  seed('appointment_reminder', 'pt_BR', 'Oi {{1}}, lembrete da visita de {{2}} em {{3}}.', {
    examples: { '1': 'Ana', '2': 'Luna', '3': 'sexta-feira, 10:00' },
    buttons: ['Confirmar', 'Remarcar'],
  }),
  seed('pet_ready', 'en_US', 'Hi {{customer_name}}, {{pet_name}} is ready. You can come until {{time}} today.', {
    examples: { customer_name: 'Ana', pet_name: 'Luna', time: '18:00' },
    header: 'Ready to go home',
    footer: 'Patas & Cia',
  }),
  seed(
    'pet_ready',
    'pt_BR',
    'Oi {{customer_name}}, {{pet_name}} está de banho tomado. Você pode vir até as {{time}} de hoje.',
    {
      examples: { customer_name: 'Ana', pet_name: 'Luna', time: '18:00' },
      header: 'Pronto para ir para casa',
      footer: 'Patas & Cia',
    },
  ),
  code('en', '{{1}} is your verification code. For your security, do not share this code.', 'Copy code'),
  code('pt_BR', '{{1}} é seu código de verificação. Para sua segurança, não o compartilhe.', 'Copiar código'),
  seed('summer_sale', 'en_US', 'Summer sale! Every bath costs less until Sunday.', {
    category: 'MARKETING',
    status: 'PAUSED',
  }),
];

function seed(name: string, language: string, body: string, parts: SeedParts = {}): Seed {
  const { category = 'UTILITY', status = 'APPROVED', examples = {}, header, footer, buttons } = parts;
  const names = Object.keys(examples);
  const isNamed = names.some((one) => !/^\d+$/.test(one));
  const named = names.map((param_name) => ({ param_name, example: examples[param_name] }));
  const example = isNamed ? { body_text_named_params: named } : { body_text: [Object.values(examples)] };
  const components: JsonObject[] = [
    ...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
    { type: 'BODY', text: body, ...(names.length > 0 ? { example } : {}) },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons === undefined
      ? []
      : [{ type: 'BUTTONS', buttons: buttons.map((text) => ({ type: 'QUICK_REPLY', text })) }]),
  ];
  return {
    ...{ name, language, status, category, components, rejected_reason: 'NONE' },
    parameter_format: isNamed ? 'NAMED' : 'POSITIONAL',
    quality_score: { score: 'GREEN' },
  };
}

/** The category AUTHENTICATION: its only button copies the code. */
function code(language: string, body: string, title: string): Seed {
  const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}';
  const plain = seed('booking_code', language, body, { category: 'AUTHENTICATION', examples: { '1': '123456' } });
  const button = {
    type: 'BUTTONS',
    buttons: [{ type: 'URL', text: title, url, example: [url.replace('{{1}}', '123456')] }],
  };
  return { ...plain, components: [...plain.components, button] };
}
