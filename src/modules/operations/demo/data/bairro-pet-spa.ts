import { days, type DemoCompany, hours, talk } from './demo-data.js';
import { BAIRRO_PAGE } from './sandbox-channels.js';

export const BAIRRO_PET_SPA: DemoCompany = {
  name: 'Bairro Pet Spa',
  time_zone: 'Europe/Lisbon',
  locale: 'en',
  owner: { email: 'rita@bairro.example', full_name: 'Rita Figueira', role: 'owner' },
  staff: [{ email: 'tom@bairro.example', full_name: 'Tom Ashby', role: 'staff' }],
  channels: [BAIRRO_PAGE],
  cannedReplies: [],
  customers: [
    {
      platform: 'facebook',
      external_id: '2410000000000701',
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
      platform: 'facebook',
      external_id: '2410000000000702',
      name: 'James Whitlock',
      details: { email: 'james@example.com', locale: 'en' },
      pets: [{ name: 'Biscuit', species: 'cat', breed: 'British Shorthair', sex: 'female', temperament: ['shy'] }],
      history: talk(hours(3), ['> Do you groom cats too?', '> Mine is rather shy.']),
    },
  ],
};
