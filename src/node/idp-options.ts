/** What the command line of the provider in a terminal says. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseRealmFile } from '$lib/authorization-server/realm-file';
import { apiSchema, applicationSchema, type RealmSettings } from '$lib/authorization-server/settings';
import type { NamedApi, RealmChanges } from './terminal-realm';

export interface RealmOptions extends RealmChanges {
	/** The whole realm instead. */
	settings?: RealmSettings;
	/** Where they are from. */
	realmFile?: string;
}

interface CommandLine extends RealmOptions {
	port: number;
}

export const usage = `
npm run idp -- [--port 9400] [--redirect-uri uri]... [--logout-uri uri]... [--api "identifier scope..."]...
               [--require-pkce]
npm run idp -- [--port 9400] --realm file.json

  --port          0 takes any free one
  --redirect-uri  where the built-in clients may be sent back, such as http://localhost:3000/callback
  --logout-uri    where they may be sent after signing out, such as http://localhost:3000/
  --api           an API of yours, such as "https://api.example.com read:things write:things". The first is the one
                  that is meant where a client names none
  --require-pkce  of the client with a secret too; those without always need it
  --realm         settings that the page /provider/ exported, instead of the built-in ones

--redirect-uri, --logout-uri and --api may be repeated.`;

function readPort(text: string): number {
	if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
	throw new Error(`--port is a number from 0 to 65535, not ${text}`);
}

/** Twenty of an application's URIs are taken, and some are there already. */
const mostUris = 15;

function readUris(flag: string, uris: string[]): string[] {
	const wrong = uris.find((uri) => !v.safeParse(applicationSchema.entries.redirectUris, [uri]).success);
	if (wrong !== undefined) throw new Error(`${flag} is an absolute URI without a fragment, not ${wrong}`);
	if (uris.length > mostUris) throw new Error(`${flag} can be given ${mostUris} times, not ${uris.length}`);
	return uris;
}

const mostApis = 40;
const { identifier: identifierSchema, scopes: scopesSchema } = apiSchema.entries;

function readApi(text: string): NamedApi {
	const [identifier = '', ...scopes] = text.trim().split(/\s+/);
	if (!v.safeParse(identifierSchema, identifier).success)
		throw new Error(
			`--api begins with an identifier, which is an absolute URI without a fragment, not ${text}`
		);
	const named = scopes.map((name) => ({ name, description: name }));
	if (!v.safeParse(scopesSchema, named).success)
		throw new Error(
			`--api ${identifier}: a scope has no quotation marks or backslashes, and there are at most 100`
		);
	return { identifier, scopes };
}

function readApis(texts: string[]): NamedApi[] {
	const apis = texts.map(readApi);
	const twice = apis.find(
		({ identifier }, at) => apis.findIndex((one) => one.identifier === identifier) < at
	);
	if (twice) throw new Error(`--api ${twice.identifier} is there twice: name its scopes in one`);
	if (apis.length > mostApis) throw new Error(`--api can be given ${mostApis} times, not ${apis.length}`);
	return apis;
}

/** A file that the page `/provider` exported. */
async function readRealm(file: string): Promise<RealmSettings> {
	const settings = parseRealmFile(await readFile(file, 'utf8'));
	if (settings.ok) return settings.value;
	const { reason, where } = settings.failure;
	throw new Error(`${file} is not taken in: ${reason}${where === undefined ? '' : ` (${where})`}`);
}

/** What the command line says. Throws, in words, what is wrong with it. */
export async function readOptions(args: string[]): Promise<CommandLine> {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '9400' },
			realm: { type: 'string' },
			'redirect-uri': { type: 'string', multiple: true },
			'logout-uri': { type: 'string', multiple: true },
			api: { type: 'string', multiple: true },
			'require-pkce': { type: 'boolean' }
		}
	});
	const port = readPort(values.port);
	if (values.realm === undefined)
		return {
			port,
			redirectUris: readUris('--redirect-uri', values['redirect-uri'] ?? []),
			logoutUris: readUris('--logout-uri', values['logout-uri'] ?? []),
			apis: readApis(values.api ?? []),
			requirePkce: values['require-pkce'] ?? false
		};
	const flags = ['redirect-uri', 'logout-uri', 'api', 'require-pkce'] as const;
	const beside = flags.find((flag) => values[flag] !== undefined);
	if (beside !== undefined)
		throw new Error(`With --realm, the file says what --${beside} would say: leave --${beside} out`);
	return { port, settings: await readRealm(values.realm), realmFile: values.realm };
}
