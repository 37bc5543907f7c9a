/** Words for customers, in their own language, which may differ from that of the user. */
export const confirmationWords = {
  hello: 'Olá, {{name}}!',
  booked: 'Está agendado para {{pets}}: {{service}}, {{time}}.',
  bookedNoPet: 'Seu agendamento está feito: {{service}}, {{time}}.',
  requested: 'Recebemos o pedido para {{pets}}: {{service}}, {{time}}.',
  requestedNoPet: 'Recebemos o seu pedido: {{service}}, {{time}}.',
  price: 'O valor é {{price}}.',
  change: 'Se precisar de outro horário, é só escrever por aqui.',
  later: 'Ainda não está confirmado. Avisaremos assim que estiver.',
};
