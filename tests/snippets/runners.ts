/**
 * How the code of a language is run here. To add one is to add a row; what is not on this machine is skipped, and said.
 * Nothing is installed or downloaded by a test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import { packageVersion, type Ran } from './ran';
import { inChromium } from './chromium';

type Command = readonly [program: string, ...words: string[]];

export interface Runner {
	/** What runs it, with its versions. Undefined: it is not here, and `missing` says what was looked for. */
	version: () => string | undefined;
	missing: string;
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
function versions(...asked: [name: string, pattern: RegExp, command: Command][]): string | undefined {
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

/** The first Python that has these modules: that of the environment, the system's own. */
function python(...modules: string[]): Runner {
	const script = [
		'import sys',
		...modules.map((name) => `import ${name}`),
		'print("Python", ".".join(map(str, sys.version_info[:3])), end="")',
		...modules.map((name) => `print(", ${name}", ${name}.__version__, end="")`)
	].join('\n');
	const programs = [process.env.SNIPPETS_PYTHON ?? 'python3', '/usr/bin/python3'];
	const find = once(() =>
		programs
			.map((name) => ({ name, version: printed([name, '-c', script]) }))
			.find(({ version }) => version !== undefined)
	);
	return program(
		`a Python with ${modules.join(' and ')}`,
		() => find()?.version,
		(file) => [find()?.name ?? 'python3', file]
	);
}

const nodeVersion = (): string => `Node.js ${process.versions.node}`;

export const runners: Partial<Record<SnippetLanguage, Runner>> = {
	curl: program(
		'one of bash, curl and openssl',
		() =>
			versions(
				['bash', /version (\d[\d.]*)/, ['bash', '--version']],
				['curl', /^curl (\S+)/, ['curl', '--version']],
				['OpenSSL', /^OpenSSL (\S+)/, ['openssl', 'version']]
			),
		(file) => ['bash', file]
	),
	javascript: inChromium,
	typescript: program(
		'tsx',
		() => `${nodeVersion()}, oauth4webapi ${packageVersion('oauth4webapi')}, jose ${packageVersion('jose')}`,
		(file) => [process.execPath, '--import', 'tsx', file]
	),
	node: program(
		'Node.js',
		() => `${nodeVersion()}, jose ${packageVersion('jose')}`,
		(file) => [process.execPath, file]
	),
	'python-requests': python('requests', 'jwt'),
	'python-authlib': python('authlib', 'joserfc'),
	perl: program(
		'a Perl with Crypt::JWT and URI',
		() =>
			versions([
				'Perl',
				/^(.*)$/,
				[
					'perl',
					'-MCrypt::JWT',
					'-MCrypt::PRNG',
					'-MURI',
					'-e',
					'printf "%vd, Crypt::JWT $Crypt::JWT::VERSION", $^V'
				]
			]),
		(file) => ['perl', file]
	)
};

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
