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
	/** Every page: the framework, the names of the steps, and the button of the header. */
	{
		name: 'page',
		test: /node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\/|preload-helper|rolldown\/runtime|src\/lib\/(lexicon\/steps\.ts|lessons\/en\/(walk\/steps|failures\/parts|site\/(site|words))\.ts|lexicon\/part\.ts|panels\/site\/LostPart|ui\/(Button|Notice|words|part-help|PartMissing))/,
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

/**
 * Rooms of plain functions, which leave nothing behind: their test files share what they load. Each by itself loads the
 * same hundred modules again, which took as long as the tests.
 */
const plainRooms = [
	'tests/rfc/**/*.test.ts',
	'tests/lib/{client,diagnosis,flow,lexicon,message,providers,recording,trace}/**/*.test.ts'
];

/** Panels by themselves, in a document: what a browser has beside that is for `tests/e2e`. */
const inDom = ['tests/lib/panels/**/*.dom.test.ts'];

export default defineConfig({
	plugins: [tailwindcss(), sveltekit()],
	define: { __EMBED_HOSTS__: JSON.stringify(embedHosts) },
	server: { host: 'localhost' },
	build: { rolldownOptions: { output: { codeSplitting: { groups: sharedChunks } } } },
	test: {
		testTimeout: 20_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/{house,rfc,lib,pair,peers,build}/**/*.test.ts'],
					exclude: [...inDom, ...plainRooms]
				}
			},
			{
				extends: true,
				test: { name: 'plain', environment: 'node', include: plainRooms, isolate: false }
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: { name: 'dom', environment: 'happy-dom', include: inDom }
			}
		]
	}
});
