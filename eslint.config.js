import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment only in src/core/config; inject AppConfig elsewhere.',
};

const WEB_RULES = [
  {
    selector: 'JSXText[value=/\\p{L}{2}/u]',
    message: 'Take the words from web/src/locales.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^([mp][trblxyse]?|w|h|fz|gap|display)$/] > JSXExpressionContainer > ObjectExpression',
    message: 'Mantine writes a <style> for this, which the policy refuses: use a media query in a CSS module.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^\\.\\.\\/\\.\\.\\//]',
    message: 'Import from further away by #web/.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '.cache/',
      'dist/',
      'web/dist/',
      'web/src/lib/api/api.gen.ts',
      'packages/client/dist/',
      'data/',
      'logs/',
      'coverage/',
      'src/metadata.ts',
      '.dependency-cruiser.cjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Turning a DTO import into `import type` silently switches its validation off.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-console': 'error',
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 7],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noProcessEnv],
    },
  },
  {
    files: ['web/**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 110, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...WEB_RULES],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    // NOTICE says why.
    files: ['web/src/**/*.{ts,tsx}'],
    ignores: ['web/src/features/calendar/grid/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^fullcalendar',
              message: 'Only web/src/features/calendar/grid may know FullCalendar (see NOTICE).',
            },
          ],
        },
      ],
    },
  },
  {
    // Playwright's fixtures take their dependencies from a pattern, which may be empty.
    files: ['web/e2e/**/*.ts'],
    rules: {
      'no-empty-pattern': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['web/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['web/public/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
    rules: { 'no-var': 'off' },
  },
  {
    files: ['src/core/config/**/*.ts', 'test/**/*.ts', 'sandbox/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      // supertest types every body as any; asserting on it is the point of a test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['sandbox/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  prettier,
);
