import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import { parseRealmFile } from '$lib/authorization-server/realm-file';
import { applicationSchema, type Application, type RealmSettings } from '$lib/authorization-server/settings';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { settingsEntry } from '$lib/embedded/settings';
import { requestOf, writeResponse } from './http';
import { listenOnLoopback, type Answer } from './loopback';

/** Where the playground itself is served: `npm start`, `npm run dev`. */
const playgrounds = ['http://localhost:4173', 'http://localhost:5173'];

export interface IdpOptions {
	/** 0: any free one. */
	port: number;
	/** Redirect URIs of `playground-spa`, beside those of a playground on this machine. */
	redirectUris?: string[];
	/** The whole realm instead. */
	settings?: RealmSettings;
	/** Where they are from. */
	realmFile?: string;
	now?: () => number;
	/** Milliseconds in which a request has to be here as a whole. */
	patience?: number;
}

export interface Idp {
	issuer: string;
	api: string;
	close(): Promise<void>;
}

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

const loadWasm = async (): Promise<ArrayBuffer> => new Uint8Array(await readFile(wasmFile)).buffer;

/** The realm for terminals: the playground's own client also for playgrounds elsewhere, and one for a terminal. */
function terminalSettings(origin: string, redirectUris: readonly string[]): RealmSettings {
	const settings = defaultRealmSettings({ origin, base: '' });
	const more = [...playgrounds.map((site) => `${site}/callback/`), ...redirectUris];
	const applications = settings.applications.map((application) => ({
		...application,
		redirectUris: [...application.redirectUris, ...more]
	}));
	return { ...settings, applications: [...applications, ...applications.slice(0, 1).map(asNative)] };
}

/** Any port of the loopback, as a program in a terminal opens one for the callback: RFC 8252 §7.3. */
const asNative = (application: Application): Application => ({
	...application,
	clientId: 'playground-native',
	name: 'A program in a terminal',
	type: 'native',
	redirectUris: ['http://127.0.0.1:*/callback', 'http://[::1]:*/callback'],
	logoutUris: [],
	allowedOrigins: []
});

/**
 * Both embedded servers on `http://localhost:{port}`, the issuer at `/idp` and the sample API at `/api`, as in the
 * browser. On the loopback interface only; all is forgotten when it stops.
 */
export async function startIdp(options: IdpOptions): Promise<Idp> {
	const now = options.now ?? (() => Date.now());
	let serve: Answer = () => undefined;
	const { port, close } = await listenOnLoopback((message, target) => serve(message, target), options);
	const origin = `http://localhost:${port}`;
	const store = createMemoryStore(now);
	await store.put(...settingsEntry, options.settings ?? terminalSettings(origin, options.redirectUris ?? []));
	const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
	const answer = createEmbeddedServers({
		origin,
		base: '',
		store,
		now,
		random,
		cookies: 'headers',
		loadWasm
	});
	const reply = async (message: IncomingMessage, target: ServerResponse): Promise<void> =>
		writeResponse((await answer(requestOf(message, origin))) ?? new Response(null, { status: 404 }), target);
	serve = (message, target) => {
		reply(message, target).catch(() => {
			if (!target.headersSent) target.writeHead(400);
			target.end();
		});
	};
	return { issuer: `${origin}/idp`, api: `${origin}/api`, close };
}

/** A file that the page `/provider` exported. */
async function readRealm(file: string): Promise<RealmSettings> {
	const settings = parseRealmFile(await readFile(file, 'utf8'));
	if (settings.ok) return settings.value;
	const { reason, where } = settings.failure;
	throw new Error(`${file} is not taken in: ${reason}${where === undefined ? '' : ` (${where})`}`);
}

const usage = `
npm run idp -- [--port 9400] [--redirect-uri http://localhost:3000/callback]... [--realm file.json]

  --port          0 takes any free one
  --redirect-uri  of the client playground-spa; may be repeated
  --realm         settings that the page /provider/ exported, instead of the built-in ones`;

function readPort(text: string): number {
	if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
	throw new Error(`--port is a number from 0 to 65535, not ${text}`);
}

/** What the command line says. Throws, in words, what is wrong with it. */
export async function readOptions(args: string[]): Promise<IdpOptions> {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '9400' },
			realm: { type: 'string' },
			'redirect-uri': { type: 'string', multiple: true, default: [] }
		}
	});
	const redirectUris = values['redirect-uri'];
	const port = readPort(values.port);
	const wrong = redirectUris.find(
		(uri) => !v.safeParse(applicationSchema.entries.redirectUris, [uri]).success
	);
	if (wrong !== undefined)
		throw new Error(`--redirect-uri is an absolute URI without a fragment, not ${wrong}`);
	if (values.realm === undefined) return { port, redirectUris };
	if (redirectUris.length > 0)
		throw new Error('With --realm, redirect URIs are those of the file: leave --redirect-uri out');
	return { port, settings: await readRealm(values.realm), realmFile: values.realm };
}

async function main(args: string[]): Promise<void> {
	if (args.includes('--help')) return console.log(usage);
	const options = await readOptions(args);
	const idp = await startIdp(options);
	console.log(`Issuer: ${idp.issuer}`);
	console.log(`API:    ${idp.api}/timesheets`);
	const apis = options.settings?.apis ?? [];
	if (options.settings && !apis.some(({ identifier }) => identifier === idp.api))
		console.log(`It takes tokens for ${idp.api}: ${options.realmFile} has no API of that identifier.`);
}

const sayWhy = (error: unknown): string => {
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
