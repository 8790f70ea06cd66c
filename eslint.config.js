import { configApp } from '@adonisjs/eslint-config'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const TYPESCRIPT = ['**/*.ts']
const VUE = ['resources/js/**/*.vue']
const SCRIPTS = ['**/*.{js,mjs}']
const NODE = [
  'process',
  'console',
  'URL',
  'Buffer',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'AbortController',
  'AbortSignal',
  'fetch',
  'performance',
]

const house = {
  curly: 'off',
  'no-control-regex': 'off',
  'no-console': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  '@stylistic/max-len': 'off',
  '@stylistic/comma-dangle': 'off',
  'prettier/prettier': 'off',
}

const typed = {
  'no-unused-vars': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-shadow': 'off',
  '@typescript-eslint/naming-convention': [
    'error',
    { selector: 'variable', format: ['camelCase', 'UPPER_CASE', 'PascalCase'], leadingUnderscore: 'allow' },
    { selector: 'typeLike', format: ['PascalCase'] },
  ],
  '@unicorn/no-await-expression-member': 'off',
}

// A pinned test hides all others.
const noPinnedTests = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'CallExpression > MemberExpression[property.name="pin"]',
      message: 'A pinned test hides all others.',
    },
  ],
}

// A link names its route, so that a renamed path or another company cannot break it.
const linksByName = {
  'vue/no-restricted-static-attribute': [
    'error',
    { key: 'to', value: '/^\\/./', message: 'Link by route name, not by path.' },
    { key: 'href', value: '/^\\/./', message: 'Link by route name, not by path.' },
  ],
  'vue/no-restricted-syntax': [
    'error',
    {
      selector:
        'VAttribute[directive=true][key.name.name="bind"][key.argument.name=/^(to|href)$/] > VExpressionContainer > Literal[value=/^\\/./]',
      message: 'Link by route name, not by path.',
    },
    {
      selector:
        'VAttribute[directive=true][key.name.name="bind"][key.argument.name=/^(to|href)$/] > VExpressionContainer > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\//]',
      message: 'Link by route name, not by path.',
    },
  ],
}

export default configApp(
  {
    ignores: [
      'build/**',
      'public/assets/**',
      '!eslint.config.js',
      '.adonisjs/**',
      '.cache/**',
      '.data/**',
      'tmp/**',
      'database/schema.ts',
      'resources/js/*.d.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...vue.configs['flat/recommended'].map((block) => ({ ...block, files: block.files ?? VUE })),
  {
    files: [...TYPESCRIPT, ...VUE],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { ...house, ...typed },
  },
  {
    files: VUE,
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    rules: {
      ...linksByName,
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // Line breaks in templates are Prettier's.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    files: SCRIPTS,
    languageOptions: { globals: Object.fromEntries(NODE.map((name) => [name, 'readonly'])) },
    rules: { 'prefer-const': 'error', 'no-var': 'error', 'no-undef': 'error', 'object-shorthand': 'error' },
  },
  {
    files: ['public/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['self', 'atob', 'btoa', 'caches', 'importScripts', 'Response'].map((name) => [name, 'readonly'])
      ),
    },
  },
  { files: ['tests/**/*.spec.ts'], rules: noPinnedTests },
  { files: ['bin/**', 'tests/bench/**'], rules: { 'no-console': 'off' } }
)
