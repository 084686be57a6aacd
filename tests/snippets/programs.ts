/** Programs that run code: whether they are here, and a run in a folder of its own. Nothing is installed or downloaded. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StepId } from '$lib/lexicon/steps';
import type { Ran } from './ran';

export type Command = readonly [program: string, ...words: string[]];

export interface Runner {
	/** What runs it, with its versions. Undefined: it is not here, and `missing` says what was looked for. */
	version: () => string | undefined;
	missing: string;
	/** What a step needs beside that, which is not here. */
	lacks?: (step: StepId) => string | undefined;
	/** Runs a file by itself. */
	run: (file: string, code: string) => Promise<Ran>;
	/** The client as which it walks, where it cannot be a program on this machine. */
	client?: { clientId: string; redirectUri: string };
	/** What ends with the tests. */
	close?: () => Promise<void>;
}

/** What a program prints; undefined when it is not here or does not end well. */
export function printed([program, ...words]: Command): string | undefined {
	const { status, stdout } = spawnSync(program, words, { encoding: 'utf8', timeout: 30_000 });
	return status === 0 ? stdout.trim() : undefined;
}

/** Looks once, and remembers. */
export function once<Value>(look: () => Value): () => Value {
	let found: { value: Value } | undefined;
	return () => (found ??= { value: look() }).value;
}

/** What each says of its version, the part in brackets, behind its name. Undefined: one of them is not here. */
export function versions(...asked: [name: string, pattern: RegExp, command: Command][]): string | undefined {
	const found = asked.map(([name, pattern, command]) => {
		const version = pattern.exec(printed(command) ?? '')?.[1];
		return version && `${name} ${version}`;
	});
	return found.includes(undefined) ? undefined : found.join(', ');
}

/** A language that is run by a program on a file, in a folder of its own that has `node_modules` in it. */
export const program = (
	missing: string,
	version: () => string | undefined,
	command: (file: string) => Command
): Runner => ({
	missing,
	version: once(version),
	run: (file, code) => execute(command(file), file, code)
});

/** Runs code by itself, in a folder of its own. */
async function execute(command: Command, file: string, code: string): Promise<Ran> {
	const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
	try {
		writeFileSync(join(folder, file), code);
		writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
		symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
		return await start(command, folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function start([name, ...words]: Command, folder: string): Promise<Ran> {
	return new Promise((done, failed) => {
		const child = spawn(name, words, { cwd: folder, timeout: 240_000 });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.once('error', failed);
		child.once('close', (status) => done({ stdout, stderr, status: status ?? 1 }));
	});
}
