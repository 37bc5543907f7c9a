/** The import rules of docs: app -> modules -> core; a module is used only through its index.ts. */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/(modules/|app\\.module|main|worker)' },
    },
    {
      name: 'modules-only-through-index',
      severity: 'error',
      // A test may look behind the curtain, for instance into another module's collection.
      from: { path: '^src/modules/([^/]+)/', pathNot: '[-.]spec\\.ts$' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-only-through-index',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: '-?spec\\.ts$' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
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
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'sandbox-stands-alone', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^src/' } },
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
