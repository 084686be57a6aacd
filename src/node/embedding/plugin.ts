/** Builds the element for pages of others as a file of its own: into the built site, and for the development server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

interface Options {
	base: string;
	folder: string;
	/** Names of the two files in the site. */
	file: string;
	typesFile: string;
	steps: readonly string[];
}

const room = resolve('src/lib/element');

/** The types, with the names of the steps in the place of what they import: whoever copies the file has nothing of ours. */
export function types(steps: readonly string[]): string {
	const text = readFileSync(join(room, 'published.d.ts'), 'utf8')
		.replace(/^import type \{ StepId \}.*\n/m, '')
		.replace(/\bStepId;/, `${steps.map((step) => `'${step}'`).join(' | ')};`);
	if (/^import|StepId/m.test(text))
		throw new Error('published.d.ts imports more than the names of the steps');
	return text;
}

/** The script, with everything that it imports. */
async function script(file: string): Promise<string> {
	const built = await build({
		configFile: false,
		publicDir: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: resolve('src/lib') } },
		build: {
			write: false,
			modulePreload: false,
			// Constructed style sheets, in all three.
			target: ['chrome123', 'firefox120', 'safari17.5'],
			rolldownOptions: {
				input: join(room, 'embed.ts'),
				output: { entryFileNames: file, codeSplitting: false }
			}
		}
	});
	const [output] = 'output' in built ? built.output : [];
	if (!output) throw new Error(`${file} came to nothing`);
	return output.code;
}

export function embedding({ base, folder, file, typesFile, steps }: Options): Plugin {
	let isServerBuild = false;
	return {
		name: 'embedding',
		configResolved({ build }) {
			isServerBuild = Boolean(build.ssr);
		},
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				if (request.url?.split('?', 1)[0] !== `${base}/${file}`) return next();
				script(file).then((code) => {
					response.setHeader('content-type', 'text/javascript');
					// A module of another site is loaded with this alone.
					response.setHeader('access-control-allow-origin', '*');
					response.end(code);
				}, next);
			});
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			// Behind SvelteKit's own plugin, which writes the site when the bundle of the server is closed.
			async handler() {
				if (this.meta.watchMode || !isServerBuild) return;
				writeFileSync(join(folder, file), await script(file));
				writeFileSync(join(folder, typesFile), types(steps));
			}
		}
	};
}
