/**
 * `npm run package`: the built site as an npm tarball with a server in it, and as an archive of the files alone. Both are
 * in `packages/`. The site has to be built before, for the root of a host.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { parseJson } from '$lib/wire/json';

const out = resolve('packages');
const staging = join(out, 'package');

interface Manifest {
	name: string;
	version: string;
	description: string;
	license: string;
	engines: { node: string };
}

/** The server with what it needs in one file: whoever installs the package installs nothing else. */
const bundle = (): Promise<unknown> =>
	build({
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: resolve('src/lib') } },
		ssr: { noExternal: true },
		build: {
			ssr: true,
			outDir: staging,
			emptyOutDir: true,
			rolldownOptions: {
				input: { bin: resolve('src/node/package/bin.ts'), entry: resolve('src/node/package/entry.ts') },
				output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' }
			}
		}
	});

function describe({ name, version, description, license, engines }: Manifest): void {
	const manifest = {
		...{ name, version, description, license, engines, type: 'module' },
		exports: { '.': { types: './entry.d.ts', default: './entry.js' } },
		bin: { [name]: 'bin.js' }
	};
	writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifest, undefined, '\t')}\n`);
	const types =
		'/** The folder of the built site, as an absolute path. */\nexport declare const sitePath: () => string;\n';
	writeFileSync(join(staging, 'entry.d.ts'), types);
	const bin = join(staging, 'bin.js');
	writeFileSync(bin, `#!/usr/bin/env node\n${readFileSync(bin, 'utf8')}`);
	chmodSync(bin, 0o755);
}

async function main(): Promise<void> {
	const site = process.argv[2] ?? 'build';
	if (!existsSync(join(site, 'index.html')))
		throw new Error(`There is no built site in ${site}/: run npm run build first.`);
	const manifest = parseJson(readFileSync('package.json', 'utf8')) as Manifest;
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out);
	await bundle();
	describe(manifest);
	cpSync(site, join(staging, 'site'), { recursive: true });
	for (const file of ['README.md', 'LICENSE']) if (existsSync(file)) cpSync(file, join(staging, file));
	const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: staging });
	const archive = `${manifest.name}-${manifest.version}-site.tar.gz`;
	execFileSync('tar', ['-czf', join(out, archive), '-C', site, '.']);
	rmSync(staging, { recursive: true });
	console.log(`packages/${packed.toString().trim()}\npackages/${archive}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
