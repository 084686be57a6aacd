import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { settingsEntry } from '$lib/embedded/kept-settings';
import { headersAllowed } from '$lib/wire/preflight';
import { adviseOn, linesOf, linesOfOrigin, type AdviceSource } from './advice';
import { requestOf, writeResponse } from './http';
import { readOptions, usage, type RealmOptions } from './idp-options';
import { listenOnLoopback, type Answer } from './loopback';
import { developmentSecret, terminalSettings } from './terminal-realm';

interface IdpOptions extends RealmOptions {
	/** 0: any free one. */
	port: number;
	now?: () => number;
	/** Milliseconds in which a request has to be here as a whole. */
	patience?: number;
	/** What was refused or left out, and what to do about it, line by line. */
	log?: (line: string) => void;
}

export interface Idp {
	issuer: string;
	api: string;
	close(): Promise<void>;
}

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

const loadWasm = async (): Promise<ArrayBuffer> => new Uint8Array(await readFile(wasmFile)).buffer;

/** What is at neither server: a client with a wrong address can read where the issuer is. */
function elsewhere(request: Request, issuer: string): Response {
	const headers = {
		'access-control-allow-origin': '*',
		'access-control-allow-headers': headersAllowed(request),
		'access-control-allow-methods': request.headers.get('access-control-request-method') ?? 'GET'
	};
	if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
	const body = { error: 'not_found', error_description: `There is nothing here. The issuer is ${issuer}` };
	return Response.json(body, { status: 404, headers });
}

/** A page asked, and its browser will not let it read the answer: only those of registered origins may. */
function isHidden(request: Request, response: Response, own: string): boolean {
	const origin = request.headers.get('origin');
	const forSome = response.headers.get('vary')?.includes('Origin') ?? false;
	return origin !== null && origin !== own && forSome && !response.headers.has('access-control-allow-origin');
}

/**
 * Both embedded servers on `http://localhost:{port}`, the issuer at `/idp` and the sample API at `/api`, as in the
 * browser. On the loopback interface only; all is forgotten when it stops.
 */
export async function startIdp(options: IdpOptions): Promise<Idp> {
	const now = options.now ?? (() => Date.now());
	const log = (lines: readonly string[]): void => {
		for (const line of lines) options.log?.(line);
	};
	let serve: Answer = () => undefined;
	const { port, close } = await listenOnLoopback((message, target) => serve(message, target), options);
	const origin = `http://localhost:${port}`;
	const issuer = `${origin}/idp`;
	const settings = options.settings ?? terminalSettings(origin, options);
	const source: AdviceSource = { settings, realmFile: options.realmFile };
	const store = createMemoryStore(now);
	await store.put(...settingsEntry, settings);
	const answer = createEmbeddedServers({
		origin,
		base: '',
		store,
		now,
		random: (count) => crypto.getRandomValues(new Uint8Array(count)),
		cookies: 'headers',
		rules: createRuleRunner({ loadWasm, now }),
		report: (decision) => log(linesOf(source, decision)),
		adviseOn: (checks) => adviseOn(source, checks)
	});
	const reply = async (message: IncomingMessage, target: ServerResponse): Promise<void> => {
		const request = requestOf(message, origin);
		const response = (await answer(request)) ?? elsewhere(request, issuer);
		if (isHidden(request, response, origin))
			log(linesOfOrigin(source, new URL(request.url).pathname, request.headers.get('origin') ?? ''));
		await writeResponse(response, target);
	};
	serve = (message, target) => {
		reply(message, target).catch(() => {
			if (!target.headersSent) target.writeHead(400);
			target.end();
		});
	};
	return { issuer, api: `${origin}/api`, close };
}

async function main(args: string[]): Promise<void> {
	if (args.includes('--help')) return console.log(usage);
	const options = await readOptions(args);
	const idp = await startIdp({ ...options, log: (line) => console.log(line) });
	console.log(`Issuer: ${idp.issuer}`);
	console.log(`API:    ${idp.api}/timesheets`);
	if (!options.settings) {
		console.log('Client: playground-spa or playground-native, without a secret');
		return console.log(`        playground-web, with the secret ${developmentSecret}`);
	}
	if (!options.settings.apis.some(({ identifier }) => identifier === idp.api))
		console.log(`It takes tokens for ${idp.api}: ${options.realmFile} has no API of that identifier.`);
}

/** Why it did not start, in words. */
export const sayWhy = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const inUse = 'code' in error && error.code === 'EADDRINUSE';
	return inUse ? `${error.message}. Choose another one with --port` : `${error.message}\n${usage}`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main(process.argv.slice(2)).catch((error: unknown) => {
		console.error(sayWhy(error));
		process.exitCode = 1;
	});
}
