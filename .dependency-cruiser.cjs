const TEST = '[-.]spec\\.ts$';

/** The floors of src/modules: an area uses areas of its own floor and of the floors before it. */
const FLOORS = [
  ['accounts', 'customers'],
  ['inbox'],
  ['booking'],
  ['automation', 'publishing', 'billing', 'integrations'],
  ['operations'],
];

/** The modules of an area, in order: each uses only those before it. */
const INBOX = [
  'channels',
  'labels',
  'canned-replies',
  'conversations',
  'message-log',
  'message-sending',
  'templates',
  'messages',
  'scheduled-messages',
  'social-events',
  'inbound-events',
  'meta',
  'whatsapp-templates',
  'media',
  'waha',
  'customer-profiles',
];
const BOOKING = [
  'engine',
  'calendar',
  'catalog',
  'reservations',
  'availability',
  'appointments',
  'online-booking',
  'customer-notices',
  'waitlist',
  'appointment-series',
  'booking-imports',
  'offers',
  'reminders',
];
const BILLING = ['payments', 'deposits'];
const AUTOMATION = [
  'flow-core',
  'assistant-core',
  'flow-actions',
  'flows',
  'flow-runs',
  'language-models',
  'assistant-setup',
  'knowledge',
  'assistant-facts',
  'assistant',
];

const floorRules = FLOORS.slice(0, -1).map((areas, floor) => ({
  name: `${areas.join('-and-')}-use-no-later-floor`,
  severity: 'error',
  from: { path: `^src/modules/(${areas.join('|')})/`, pathNot: TEST },
  to: {
    path: `^src/modules/(${FLOORS.slice(floor + 1)
      .flat()
      .join('|')})/`,
  },
}));

const moduleRules = (area, modules) =>
  modules.slice(0, -1).map((name, place) => ({
    name: `${area}-${name}-uses-no-later-module`,
    severity: 'error',
    from: { path: `^src/modules/${area}/${name}/`, pathNot: TEST },
    to: { path: `^src/modules/${area}/(${modules.slice(place + 1).join('|')})/` },
  }));

/** The import rules of CONTRIBUTING.md: app -> areas by their floors -> core; a module is used only through its index.ts. */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/(modules|app|commands|main|worker)' },
    },
    {
      name: 'modules-know-no-app',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: TEST },
      to: { path: '^src/(app|commands|main|worker)' },
    },
    ...floorRules,
    ...moduleRules('inbox', INBOX),
    ...moduleRules('booking', BOOKING),
    ...moduleRules('automation', AUTOMATION),
    ...moduleRules('billing', BILLING),
    {
      name: 'flow-core-is-pure',
      comment: 'The core of flows can be run and tested anywhere: no Nest, no I/O.',
      severity: 'error',
      from: { path: '^src/modules/automation/flow-core/', pathNot: TEST },
      to: { pathNot: '^src/modules/automation/flow-core/|^node_modules/(zod|re2js)/' },
    },
    {
      name: 'assistant-core-is-pure',
      comment: 'A turn of the assistant can be replayed and tested anywhere: no Nest, no I/O.',
      severity: 'error',
      from: { path: '^src/modules/automation/assistant-core/', pathNot: TEST },
      to: {
        pathNot: '^src/modules/automation/(assistant-core/|flow-core/index\\.ts$)|^node_modules/zod/',
      },
    },
    {
      name: 'knowledge-retrieval-is-pure',
      comment: 'The retrieval can be run and measured anywhere: no Nest, no I/O.',
      severity: 'error',
      from: { path: '^src/modules/automation/knowledge/(retrieval|ingestion)/', pathNot: TEST },
      to: {
        pathNot: '^src/modules/automation/(knowledge/(retrieval|ingestion)|flow-core)/|^node_modules/minisearch/',
      },
    },
    {
      name: 'modules-only-through-index',
      comment: 'A test may use internals, for instance the collection of another module.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+/[^/]+)/', pathNot: TEST },
      to: {
        path: '^src/modules/[^/]+/[^/]+/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'app-only-through-index',
      severity: 'error',
      from: { path: '^src/(app|commands)/|^src/[^/]+\\.ts$', pathNot: TEST },
      to: {
        path: '^src/modules/',
        pathNot: '^src/modules/[^/]+/[^/]+/index\\.ts$',
      },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package that only another one brings can change or vanish with it: add it to package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-needs-no-dev-package',
      comment: 'The Docker image has no devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[-.]spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-app-stands-alone',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(src|sandbox|test)/' },
    },
    {
      name: 'flow-core-is-pure',
      severity: 'error',
      from: { path: '^src/modules/automation/flow-core/', pathNot: TEST },
      to: { pathNot: '^src/modules/automation/flow-core/|^node_modules/(zod|re2js)/' },
    },
    { name: 'product-knows-no-web-app', severity: 'error', from: { path: '^(src|sandbox)/' }, to: { path: '^web/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/metadata\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
