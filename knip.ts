import type { KnipConfig } from 'knip';

/** `npm run unused`: what has no reader. SvelteKit, Vite, Vitest and ESLint say their own entry points. */
const config: KnipConfig = {
	entry: [
		'src/node/*.ts',
		'tests/e2e/*.ts',
		'tests/**/*.spec.ts',
		'playwright.config.ts',
		'tailwind.config.ts'
	],
	project: ['src/**/*.{ts,svelte,css}', 'tests/**/*.{ts,js}', '*.{ts,js}'],
	paths: { '$lib/*': ['src/lib/*'] },
	ignoreExportsUsedInFile: true
};

export default config;
