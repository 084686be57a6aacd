/** The package as whoever installs it has it: made, installed without a network, served and asked. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const place = mkdtempSync(join(tmpdir(), 'package-'));
const files = (ending: string): string[] => readdirSync('packages').filter((file) => file.endsWith(ending));

beforeAll(() => {
	execFileSync('npm', ['run', '--silent', 'package'], { stdio: 'pipe' });
	writeFileSync(join(place, 'package.json'), '{"private":true,"type":"module"}');
	const [tarball = ''] = files('.tgz');
	const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
	execFileSync('npm', ['install', ...options, resolve('packages', tarball)], { cwd: place, stdio: 'pipe' });
}, 120_000);
afterAll(() => rmSync(place, { recursive: true }));

describe('the package', () => {
	it('brings nothing but itself', () => {
		expect(readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
			'pkce-playground'
		]);
	});

	it('says where the built site is', () => {
		const ask = "import { sitePath } from 'pkce-playground'; console.log(sitePath())";
		const path = execFileSync('node', ['--input-type=module', '-e', ask], { cwd: place }).toString().trim();
		expect(existsSync(join(path, 'index.html'))).toBe(true);
		expect(existsSync(join(path, 'service-worker.js'))).toBe(true);
	});

	it('serves it on this machine by one command', async () => {
		const server = spawn(join(place, 'node_modules/.bin/pkce-playground'), ['--port', '0'], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		try {
			const line = await new Promise<string>((done, failed) => {
				server.stdout.once('data', (written: Buffer) => done(written.toString()));
				server.once('exit', (code) => failed(new Error(`It ended with ${code}.`)));
			});
			const [url = ''] = /http:\S+/.exec(line) ?? [];
			const answer = await fetch(`${url}flow/verifier/`);
			expect(answer.status).toBe(200);
			expect(await answer.text()).toContain('code verifier');
		} finally {
			server.kill('SIGTERM');
		}
	});

	it('is an archive of the files alone as well', () => {
		const [archive = ''] = files('-site.tar.gz');
		const listed = execFileSync('tar', ['-tzf', resolve('packages', archive)]).toString();
		expect(listed).toMatch(/^\.\/index\.html$/m);
		expect(listed).toMatch(/^\.\/_headers$/m);
	});
});
