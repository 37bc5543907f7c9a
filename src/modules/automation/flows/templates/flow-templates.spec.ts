import { COMPANY_LOCALES } from '../../../accounts/companies/index.js';
import {
  checkGraph,
  type CheckContext,
  type FlowFacts,
  type FlowGraph,
  graphSchema,
  simulate,
} from '../../flow-core/index.js';
import { SCENARIO_START } from './flow-template.js';
import { flowTemplates } from './flow-templates.js';

const SERVICE = 'a'.repeat(24);
const NOTHING = {
  ...{ knownSecrets: [], knownUsers: [], knownFlows: [], flowId: null, channelIds: [], otherKeywords: [] },
  ...{ knownServices: [SERVICE], bookableServices: [SERVICE], needsApproval: true, hasOpeningHours: true },
};
const CHANNELS: CheckContext['channels'] = [
  { platform: 'whatsapp', buttons: 3, buttonTitle: 20, rows: 10, textLimit: 4_096, replyWindowMin: 1_440 },
  { platform: 'facebook', buttons: 13, buttonTitle: 20, rows: null, textLimit: 2_000, replyWindowMin: 1_440 },
  { platform: 'instagram', buttons: 13, buttonTitle: 20, rows: null, textLimit: 1_000, replyWindowMin: 1_440 },
];
const FACTS: FlowFacts = {
  contact: { full_name: 'Carla Dias', phone: null, email: null, tags: [] },
  pets: [{ id: 'b'.repeat(24), name: 'Luna', species: 'dog', breed: null, weight_kg: 8, vaccinations: [] }],
  appointment_pet_id: null,
  company: { name: 'Happy Paws', phone: null, time_zone: 'America/Sao_Paulo', locale: 'en' },
  appointment: {
    service: 'Bath, Banho',
    starts_at: '2030-06-10T12:00:00Z',
    date: 'Monday, June 10',
    time: '09:00',
    staff: null,
  },
  platform: 'whatsapp',
  last_text: '',
  is_open_now: false,
  is_window_open: true,
};

/** As a company does when it has copied the flow. */
function withService(graph: FlowGraph): FlowGraph {
  const text = JSON.stringify(graph).replaceAll('"service_id":""', `"service_id":"${SERVICE}"`);
  return graphSchema.parse(JSON.parse(text));
}

const all = COMPANY_LOCALES.flatMap((locale) => flowTemplates(locale).map((one) => ({ locale, ...one })));

describe('the flow templates', () => {
  it('are the same six in every language, each with its own texts', () => {
    const keys = COMPANY_LOCALES.map((locale) => flowTemplates(locale).map(({ key }) => key));
    expect(keys.map((ofLocale) => ofLocale.length)).toEqual(COMPANY_LOCALES.map(() => 6));
    expect(new Set(keys.map(String)).size).toBe(1);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all)(
    '$key in $locale can be stored, and is complete except for its service and its own words',
    ({ graph }) => {
      expect(graphSchema.parse(graph)).toEqual(graph);
      const problems = checkGraph(withService(graph), { ...NOTHING, channels: CHANNELS });
      expect(problems.filter(({ code }) => code !== 'PLACEHOLDER_LEFT')).toEqual([]);
      const places = graph.nodes.map(({ position }) => `${position.x},${position.y}`);
      expect(new Set(places).size).toBe(places.length);
    },
  );

  it.each(all)('$key in $locale passes its scenario', ({ graph, scenario: { inputs, expected } }) => {
    const now = new Date(SCENARIO_START);
    const played = simulate(withService(graph), { facts: FACTS, inputs, stubs: {}, now });
    const visited = played.path.map(({ node_id }) => node_id);
    expect([played.stop_reason, visited]).toEqual([
      expected.stop_reason,
      expect.arrayContaining([...expected.must_visit]),
    ]);
    const said = played.transcript.filter(({ from }) => from === 'flow').map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining([...expected.says]));
  });
});
