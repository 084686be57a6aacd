import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';

const clone = mkdtempSync(join(tmpdir(), 'clone-'));

beforeAll(() => {
	for (const part of ['src', 'package.json', 'tsconfig.json', 'svelte.config.js', 'vite.config.ts'])
		cpSync(part, join(clone, part), { recursive: true });
	symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
});

afterAll(() => rmSync(clone, { recursive: true }));

it('`npm run idp` starts in a fresh clone, where nothing was generated', async () => {
	const program = spawn('npm', ['run', 'idp', '--', '--port', '0'], {
		cwd: clone,
		stdio: ['ignore', 'pipe', 'inherit'],
		detached: true
	});
	const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
	let issuer: string | undefined;
	for (let line = await lines.next(); !line.done && issuer === undefined;) {
		issuer = /^Issuer:\s+(\S+)/.exec(line.value)?.[1];
		if (issuer === undefined) line = await lines.next();
	}
	const metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
	expect(metadata.issuer).toBe(issuer);
	process.kill(-program.pid!);
	await once(program, 'exit');
});
