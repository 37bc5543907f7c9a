/** Words for customers, in their own language, which may differ from that of the user. */
export const confirmationWords = {
  hello: 'Hello, {{name}}!',
  booked: 'It is booked for {{pets}}: {{service}}, {{time}}.',
  bookedNoPet: 'Your appointment is booked: {{service}}, {{time}}.',
  requested: 'We have your request for {{pets}}: {{service}}, {{time}}.',
  requestedNoPet: 'We have your request: {{service}}, {{time}}.',
  price: 'The price is {{price}}.',
  change: 'If you need another time, just write to us here.',
  later: 'It is not confirmed yet. We will tell you as soon as it is.',
};
