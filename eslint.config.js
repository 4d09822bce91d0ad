import tseslint from 'typescript-eslint';

const stages = ['read', 'tabulate', 'interpret', 'classify', 'reconcile', 'audit', 'correct'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'tmp/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/model/**/*.ts', 'src/french/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./(?!model|french)', message: 'the ground imports nothing' }] }],
    },
  },
  ...stages.map((stage) => ({
    files: [`src/stages/${stage}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(stages/)?(${stages.filter((other) => other !== stage).join('|')})/`,
              message: 'stages never import each other; they meet in pipelines/',
            },
            { regex: '^(\\.\\./)+(store|people|workers|pipelines)/', message: 'a stage depends only on src/model and src/french' },
          ],
        },
      ],
    },
  })),
);
