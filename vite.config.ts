import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { parseEmbedHosts } from './src/lib/wire/embed-hosts.ts';
import { isSecureOrLoopback } from './src/lib/message/loopback.ts';

/** Who may show the site in a frame: `EMBED_HOSTS='https://docs.example.com' npm run build`. Nobody by default. */
const embedHosts = parseEmbedHosts(process.env.EMBED_HOSTS ?? '', isSecureOrLoopback);

/**
 * What many pages share, in few files. Left alone the bundler makes a file of every set of modules that the same pages
 * need: fifty for a step, most of them smaller than what it costs to name, fetch and unpack them.
 */
const sharedChunks = [
	/** Every page: the framework, and the shapes of the header and of the first page. */
	{
		name: 'page',
		test: /node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\/|preload-helper|rolldown\/runtime|src\/lib\/(lexicon\/(steps|part)\.ts|lessons\/en\/(failures\/parts|site\/(site|words))\.ts|panels\/site\/LostPart|browser\/(random-word|storage\/start-configuration)|state\/intake|ui\/(Button|button-looks|Icon|icons|Notice|words|part-help|Part))/,
		priority: 1
	},
	/** Every step of the walk. */
	{
		name: 'walk',
		test: /valibot|src\/lib\/(?!client\/|message\/|lessons\/en\/parameters\/([a-z]+-)?parameters)/,
		minShareCount: 9
	},
	/** What the layout of the walk needs beside that. */
	{
		name: 'layout',
		test: /src\/lib\/(wire\/fetch-values|flow\/extensions|trace\/(configuration|secret-settings|fact|file|exchanges)|browser\/(files|[a-z]+\/(start-configuration|go|embedded|worker|stored-value|walk-storage|local-storage|session-storage|tab-memory|tab-walk|walk-keys))|lessons\/en\/walk\/(labels|redacted))\.ts|src\/lib\/ui\/(Choice|ConfirmButton)\.svelte/
	}
];

/** Panels by themselves, in a document: what a browser has beside that is for `tests/e2e`. */
const inDom = ['tests/lib/panels/**/*.dom.test.ts'];

export default defineConfig({
	plugins: [tailwindcss(), sveltekit()],
	define: { __EMBED_HOSTS__: JSON.stringify(embedHosts) },
	server: { host: 'localhost' },
	build: {
		/** The first that know `light-dark()`: a message is dark in both themes, and its colours follow by that alone. */
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		rolldownOptions: { output: { codeSplitting: { groups: sharedChunks } } }
	},
	test: {
		testTimeout: 20_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/{house,rfc,lib,pair,peers,build}/**/*.test.ts'],
					exclude: inDom
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: { name: 'dom', environment: 'happy-dom', include: inDom }
			}
		]
	}
});
