import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { clockReaders, outsideGlobals, portMembers, rooms } from './tests/house/rooms.js';

/** @typedef {import('./tests/house/rooms.js').Room} Room */

const code = '{ts,js,svelte}';
const escape = (/** @type {string} */ text) => text.replace(/[.$/]/g, '\\$&');

/** What a file may import, as patterns of what it may not. `depth`: folders between the room and the file. */
const importRule = (
	/** @type {string} */ name,
	/** @type {Room} */ room,
	/** @type {number} */ depth,
	/** @type {string[]} */ more = []
) => {
	const allowed = [...room.imports, ...more];
	const typesOnly = (room.types ?? []).filter((one) => !allowed.includes(one));
	const forbidden = Object.keys(rooms).filter(
		(one) => one !== name && !allowed.includes(one) && !typesOnly.includes(one)
	);
	const fromRooms = (/** @type {string[]} */ list) => `^\\$lib/(?:${list.map(escape).join('|')})/`;
	const packages = room.packages.map(escape).join('|');
	const patterns = [
		{
			regex: fromRooms(forbidden),
			message: `The room ${name} may import: ${allowed.join(', ') || 'no room'}. ${room.why}`
		},
		...(typesOnly.length === 0
			? []
			: [
					{
						regex: fromRooms(typesOnly),
						allowTypeImports: true,
						message: `The room ${name} may import types only from: ${typesOnly.join(', ')}. ${room.why}`
					}
				]),
		{
			regex: `^(?:\\.\\./){${depth + 1}}(?!app\\.css$)`,
			message: 'Across rooms write $lib/<room>/<file>; ../ stays inside a room.'
		},
		{
			regex: `^\\$lib/${escape(name)}/`,
			message: 'Inside a room write ./<file>.'
		},
		{
			regex: `^(?!\\.|\\$lib/${packages === '' ? '' : `|(?:${packages})(?:[/:]|$)`})`,
			message: `The room ${name} may use: ${room.packages.join(', ') || 'no package'} (tests/house/rooms.js).`
		}
	];
	return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
};

const importRules = Object.entries(rooms).flatMap(([name, room]) => [
	{ files: [`${room.folder}/*.${code}`], rules: importRule(name, room, 0) },
	{ files: [`${room.folder}/*/*.${code}`], rules: importRule(name, room, 1) },
	{ files: [`${room.folder}/*/*/**/*.${code}`], rules: importRule(name, room, 2) },
	...Object.entries(room.only ?? {}).map(([file, more]) => ({
		files: [`${room.folder}/${file}`],
		rules: importRule(name, room, 0, more)
	}))
]);

/** `fetch`, `window`, storage and their like, outside the rooms made for them. */
const outsideRules = Object.entries(rooms)
	.filter(([, { outside }]) => outside !== 'all')
	.map(([name, { folder, outside }]) => ({
		files: [`${folder}/**/*.${code}`],
		rules: {
			'no-restricted-globals': [
				'error',
				{
					checkGlobalObject: true,
					globals: outsideGlobals
						.filter((global) => !outside?.includes(global))
						.map((global) => ({
							name: global,
							message: `The room ${name} touches nothing outside: take a port, or put it into the room browser.`
						}))
				}
			]
		}
	}));

const portRules = {
	files: [`src/**/*.${code}`],
	ignores: [
		...Object.values(rooms).flatMap(({ folder, outside }) => (outside === 'all' ? [`${folder}/**`] : [])),
		...Object.keys(clockReaders)
	],
	rules: {
		'no-restricted-properties': [
			'error',
			...portMembers.map(([object, property]) => ({
				object,
				property,
				message: 'Time and randomness come in by a port, so that a test can hold them still.'
			}))
		]
	}
};

const named = {
	selector: 'ExportDefaultDeclaration',
	message: 'Named exports only: one name, findable everywhere.'
};
const noBarrel = {
	selector: 'ExportAllDeclaration',
	message: 'No barrels: import from the file that has it.'
};
const noClock = {
	selector: "NewExpression[callee.name='Date'][arguments.length=0]",
	message: 'Time comes in by a port: new Date(now).'
};

export default defineConfig(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'build-sub-path/',
			'node_modules/',
			'test-results/',
			'photographs/',
			'static/',
			'coverage/'
		]
	},
	js.configs.recommended,
	...typescript.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off',
			// What comes from outside is looked at for control characters.
			'no-control-regex': 'off',
			// Addresses come from the port that knows the base path (state/context.ts), or from $app/paths.
			'svelte/no-navigation-without-resolve': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			eqeqeq: ['error', 'always'],
			'no-console': 'error',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		files: ['src/**/*.ts', '{tests,examples}/**/*.{ts,js}'],
		rules: { 'no-restricted-syntax': ['error', named, noBarrel] }
	},
	{
		files: [...portRules.files],
		ignores: portRules.ignores,
		rules: { 'no-restricted-syntax': ['error', named, noBarrel, noClock] }
	},
	portRules,
	...importRules,
	...outsideRules,
	{
		files: ['src/node/**/*.ts', 'tests/**/*.ts', 'examples/**/*.{ts,js}', '*.config.ts'],
		rules: { 'no-console': 'off' }
	},
	{ files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
	{
		// Playwright's tests run without Vite, which knows $lib.
		files: ['tests/{house,rfc,lib,pair,build}/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '^(?:\\.\\./)+src/lib/', message: 'Tests import $lib/<room>/<file>.' }] }
			]
		}
	}
);
