/** The sentences of the model of the sandbox, by language. */
export interface ModelTexts {
  greeting: string;
  price: string;
  noPrice: string;
  hours: string;
  closed: string;
  /** From Sunday. */
  days: readonly string[];
  whichService: string;
  whichPet: string;
  times: string;
  noAppointment: string;
  handOff: string;
  lie: string;
}

const EN: ModelTexts = {
  greeting: 'Hello! How can I help you and your pet today?',
  price: 'These are our prices:',
  noPrice: 'The team will tell you the price.',
  hours: 'These are our hours:',
  closed: 'closed',
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  whichService: 'With pleasure! Which service would you like?',
  whichPet: 'For which pet?',
  times: 'I found these times. Which one suits you?',
  noAppointment: 'I see no coming appointment of yours.',
  handOff: 'I will ask the team.',
  lie: 'Done! Your appointment is booked.',
};

const PT: ModelTexts = {
  greeting: 'Olá! Como posso ajudar você e seu pet hoje?',
  price: 'Estes são os nossos preços:',
  noPrice: 'A equipe vai informar o preço.',
  hours: 'Este é o nosso horário:',
  closed: 'fechado',
  days: ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'],
  whichService: 'Com prazer! Qual serviço você gostaria?',
  whichPet: 'Para qual pet?',
  times: 'Encontrei estes horários. Qual fica melhor?',
  noAppointment: 'Não vejo nenhum horário seu nos próximos dias.',
  handOff: 'Vou perguntar à equipe.',
  lie: 'Pronto! Seu horário está agendado.',
};

const ES: ModelTexts = {
  greeting: '¡Hola! ¿Cómo puedo ayudarte a ti y a tu mascota hoy?',
  price: 'Estos son nuestros precios:',
  noPrice: 'El equipo te dirá el precio.',
  hours: 'Este es nuestro horario:',
  closed: 'cerrado',
  days: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  whichService: '¡Con gusto! ¿Qué servicio te gustaría?',
  whichPet: '¿Para qué mascota?',
  times: 'Encontré estos horarios. ¿Cuál te queda mejor?',
  noAppointment: 'No veo ninguna cita tuya en los próximos días.',
  handOff: 'Voy a preguntar al equipo.',
  lie: '¡Listo! Tu cita está reservada.',
};

export const TEXTS = { en: EN, pt: PT, es: ES };
