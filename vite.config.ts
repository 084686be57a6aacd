import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { sharedChunks } from './chunks.ts';
import { parseEmbedHosts } from './src/lib/wire/embed-hosts.ts';
import { isSecureOrLoopback } from './src/lib/message/loopback.ts';
import { elementFile, elementTypesFile } from './src/lib/lexicon/embed-frame.ts';
import { openerPolicyOf } from './src/lib/lexicon/opener-policy.ts';
import { stepIds } from './src/lib/lexicon/steps.ts';
import { embedding } from './src/node/embedding/plugin.ts';
import { hosting } from './src/node/hosting/plugin.ts';
import { parseSiteUrl } from './src/node/hosting/sitemap.ts';
import { gallery } from './tests/gallery/plugin.ts';

/** Who may show the site in a frame: `EMBED_HOSTS='https://docs.example.com' npm run build`. Nobody by default. */
const embedHosts = parseEmbedHosts(process.env.EMBED_HOSTS ?? '', isSecureOrLoopback);

const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

/** Where the site will be: `SITE_URL='https://docs.example.com' npm run build`. Unknown by default. */
const siteUrl = parseSiteUrl(process.env.SITE_URL ?? '', base);

const folder = process.env.BUILD_FOLDER ?? 'build';

const forOthers = [elementFile, elementTypesFile];

const hosted = hosting({ base, embedHosts, openerPolicyOf, siteUrl, folder, forOthers });

const embedded = embedding({ base, folder, file: elementFile, typesFile: elementTypesFile, steps: stepIds });

/**
 * Rooms of plain functions, which leave nothing behind: their test files share what they load. Each by itself loads the
 * same hundred modules again, which took as long as the tests.
 */
const plainRooms = [
	'tests/rfc/**/*.test.ts',
	'tests/lib/{client,diagnosis,flow,lexicon,message,providers,recording,tokens,trace}/**/*.test.ts'
];

/** Panels by themselves, in a document: what a browser has beside that is for `tests/e2e`. */
const inDom = ['tests/lib/{panels,dashboard,element}/**/*.dom.test.ts'];

export default defineConfig({
	plugins: [tailwindcss(), sveltekit(), hosted, embedded, gallery()],
	define: { __EMBED_HOSTS__: JSON.stringify(embedHosts) },
	server: { host: 'localhost' },
	build: {
		/** The first that know `light-dark()`: a message is dark in both themes, and its colours follow by that alone. */
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		rolldownOptions: { output: { codeSplitting: { groups: sharedChunks } } },
		/**
		 * What comes later is fetched by its own imports, and only its styles are named where it is asked for: a list of all
		 * files of all parts was 2.5 kB of each step. After the first visit the worker has all of them.
		 */
		modulePreload: { resolveDependencies: (_file, needed) => needed.filter((file) => file.endsWith('.css')) }
	},
	test: {
		testTimeout: 20_000,
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/{house,rfc,lib,pair,peers,build,diagnosis,examples}/**/*.test.ts'],
					exclude: [...inDom, ...plainRooms]
				}
			},
			{
				extends: true,
				// One after the other: each starts programs of its own.
				test: { name: 'snippets', environment: 'node', include: ['tests/snippets/**/*.test.ts'] }
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
