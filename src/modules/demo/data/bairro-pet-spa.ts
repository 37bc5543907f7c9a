import { days, type DemoCompany, hours, talk } from './demo-data.js';

/** A groomer in Lisbon that answers its website's chat. */
export const BAIRRO_PET_SPA: DemoCompany = {
  name: 'Bairro Pet Spa',
  time_zone: 'Europe/Lisbon',
  locale: 'en',
  owner: { email: 'rita@bairro.example', full_name: 'Rita Figueira', role: 'owner' },
  staff: [{ email: 'tom@bairro.example', full_name: 'Tom Ashby', role: 'staff' }],
  channels: [{ platform: 'web', external_id: 'bairro-website', name: 'Website chat' }],
  customers: [
    {
      platform: 'web',
      external_id: 'visitor-7001',
      name: 'Helena Prata',
      details: { email: 'helena@example.com', phone: '+351912000101', tags: ['regular'], locale: 'en' },
      pets: [{ name: 'Figo', species: 'dog', breed: 'Portuguese Water Dog', weight_kg: 21, sex: 'male', coat: 'curly' }],
      history: talk(days(2), [
        '> Hello! How much is a full groom for a water dog?',
        '< Hi Helena, 48 euros with bath and nails, about two hours.',
        '> Great, I will come by on Friday.',
        '< See you on Friday!',
      ]),
      outcome: { status: 'resolved', labels: ['price'], assignee: 1 },
    },
    {
      platform: 'web',
      external_id: 'visitor-7002',
      name: 'James Whitlock',
      details: { email: 'james@example.com', locale: 'en' },
      pets: [{ name: 'Biscuit', species: 'cat', breed: 'British Shorthair', sex: 'female', temperament: ['shy'] }],
      history: talk(hours(3), ['> Do you groom cats too?', '> Mine is rather shy.']),
    },
  ],
};
