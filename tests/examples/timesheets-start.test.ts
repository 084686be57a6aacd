/** How the example is started: with the project around it, and copied out of it with nothing but its own packages. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startIdp, type Idp } from '../../src/node/idp';
import { closeServer, listen } from '../peers/loopback';

const example = 'examples/timesheets';
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const lock = readJson(`${example}/package-lock.json`);
const rootLock = readJson('package-lock.json');
const packages = Object.entries<{ version: string; integrity: string }>(lock.packages).filter(
	([path]) => path !== ''
);

describe('its packages', () => {
	it('are pinned, to versions that the project itself tests', () => {
		const { dependencies } = readJson(`${example}/package.json`);
		expect(lock.packages[''].dependencies).toEqual(dependencies);
		for (const [name, version] of Object.entries(dependencies))
			expect(lock.packages[`node_modules/${name}`].version).toBe(version);
		for (const [path, { version, integrity }] of packages)
			expect([path, version, integrity]).toEqual([
				path,
				rootLock.packages[path]?.version,
				rootLock.packages[path]?.integrity
			]);
	});

	it('run nothing when they are installed', () => {
		expect(packages.filter(([, one]) => 'hasInstallScript' in one)).toEqual([]);
	});
});

const folder = mkdtempSync(join(tmpdir(), 'timesheets-'));
const running: ChildProcess[] = [];
let idp: Idp;

beforeAll(async () => {
	cpSync(example, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
	mkdirSync(join(folder, 'node_modules'));
	for (const [path] of packages) cpSync(path, join(folder, path), { recursive: true, dereference: true });
	idp = await startIdp({ port: 0 });
});

afterEach(async () => {
	for (const program of running.splice(0)) {
		if (program.exitCode !== null) continue;
		process.kill(-program.pid!);
		await once(program, 'exit');
	}
});

afterAll(async () => {
	await idp.close();
	rmSync(folder, { recursive: true });
});

const anyPorts = { WEB_PORT: '0', API_PORT: '0' };

function run(cwd: string, args: string[], environment: Record<string, string>): ChildProcess {
	const env = { ...process.env, ...anyPorts, ...environment };
	const program = spawn('npm', args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	running.push(program);
	return program;
}

/** The addresses that it prints when it is there. */
async function addresses({ stdout }: ChildProcess): Promise<{ web: string; api: string }> {
	let api = '';
	for await (const line of createInterface(stdout!)) {
		api = /^API:\s+(\S+),/.exec(line)?.[1] ?? api;
		const web = /^Page:\s+(\S+)/.exec(line)?.[1];
		if (web !== undefined) return { web, api };
	}
	throw new Error('It ended before it was there');
}

async function complaint(program: ChildProcess): Promise<string> {
	let text = '';
	program.stderr?.setEncoding('utf8').on('data', (part: string) => (text += part));
	const [code] = await once(program, 'close');
	expect(code).toBe(1);
	return text;
}

async function expectServed({ web, api }: { web: string; api: string }): Promise<void> {
	const page = await (await fetch(web)).text();
	const { imports } = JSON.parse(/<script type="importmap">([^<]*)/.exec(page)?.[1] ?? '');
	for (const path of [...Object.values<string>(imports), '/web/app.js', '/web/style.css', '/sign-in.js'])
		expect([path, (await fetch(new URL(path, web))).status]).toEqual([path, 200]);
	expect((await fetch(api)).status).toBe(401);
}

describe('`npm start`', () => {
	it('in a copy of the folder, with its own packages alone, serves page and API', async () => {
		await expectServed(await addresses(run(folder, ['start'], { ISSUER: idp.issuer })));
	});

	it('serves nothing else of the folder', async () => {
		const { web } = await addresses(run(folder, ['start'], { ISSUER: idp.issuer }));
		for (const path of ['/package.json', '/web/../config.js', '/modules/jose/..%2f..%2fpackage.json'])
			expect([path, (await fetch(new URL(path, web))).status]).toEqual([path, 404]);
	});

	it.each([
		[
			'nobody is there',
			{ ISSUER: 'http://localhost:1/idp' },
			'Nobody answers at http://localhost:1/idp/.well-known/'
		],
		[
			'the issuer is over plain http elsewhere',
			{ ISSUER: 'http://login.example' },
			'ISSUER is an address with https'
		],
		['a port is none', { API_PORT: 'x' }, 'API_PORT is a number from 0 to 65535, not x']
	])('says what to do where %s', async (_, environment, words) => {
		expect(await complaint(run(folder, ['start'], environment))).toContain(words);
	});

	it('says which port is taken', async () => {
		const server = createServer();
		const port = String(await listen(server));
		const environment = { ISSUER: idp.issuer, API_PORT: port };
		expect(await complaint(run(folder, ['start'], environment))).toContain(`Port ${port} is taken.`);
		await closeServer(server);
	});

	it('believes no metadata about another issuer: RFC 8414 §3.3', async () => {
		const server = createServer((_, response) => {
			response.end(
				JSON.stringify({ issuer: 'https://login.example/', jwks_uri: 'https://login.example/keys' })
			);
		});
		const ISSUER = `http://localhost:${await listen(server)}`;
		expect(await complaint(run(folder, ['start'], { ISSUER }))).toContain('is about https://login.example/.');
		await closeServer(server);
	});
});

it('`npm run example` starts the provider with the realm of the example, and the example', async () => {
	const program = run('.', ['run', 'example', '--', '--port', '0'], {});
	await expectServed(await addresses(program));
});
