/** What code sends, as a server sees it: the message of the walk, also where it has what libraries stumble over. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetLanguages } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import { readClientCredentials } from '$lib/message/client-authentication';
import { executed } from '$lib/snippets/executed';
import { loadLanguage } from '$lib/snippets/load';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import { parseForm } from '$lib/wire/form';
import { headerOf, type Header, type HttpRequest } from '$lib/wire/http';
import { codeFields, form, plainScene, servedAt } from './plain';
import { runners } from './runners';

interface Came {
	method?: string | undefined;
	url?: string | undefined;
	headers: IncomingHttpHeaders;
	body: string;
}

const came: Came[] = [];
let server: Server;

/** Chromium asks first, and the page is let in. */
const open = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'authorization, content-type, accept',
	'access-control-allow-methods': 'GET, POST, PATCH'
};

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (text: string) => (body += text));
		request.on('end', () => {
			const { method, url, headers } = request;
			if (method !== 'OPTIONS') came.push({ method, url, headers, body });
			response.writeHead(200, { ...open, 'content-type': 'application/json' });
			response.end('{"access_token":"x","token_type":"bearer"}');
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
	server.close();
	for (const runner of Object.values(runners)) await runner.close?.();
});

const secret = `p:w+ %é'$"~`;
const encoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const basic: Header = ['authorization', `Basic ${btoa(`app:${encoded(secret)}`)}`];
const { client_id: _, ...fields } = codeFields;

const confidential = plainScene(
	{
		authentication: 'client_secret_basic',
		values: { ...plainScene().values, client_secret: { text: secret, actual: true } }
	},
	{ exchange: form(fields, basic) }
);

const bearer: Header = ['authorization', 'Bearer token-of-it'];

const called = (request: Partial<HttpRequest>): Scene =>
	plainScene({}, { call: { method: 'GET', url: 'https://api.example/', headers: [bearer], ...request } });

const json: Header = ['content-type', 'application/json'];

const cases: [string, 'exchange' | 'call', Scene][] = [
	['a secret that a form encodes (RFC 6749 §2.3.1)', 'exchange', confidential],
	[
		'an origin (WHATWG Fetch §3.3)',
		'exchange',
		plainScene({}, { exchange: form(codeFields, ['origin', 'https://app.example']) })
	],
	['PATCH (RFC 5789)', 'call', called({ method: 'PATCH', headers: [bearer, json], body: '{"a":"é"}' })],
	['an address with what RFC 3986 has not', 'call', called({ url: 'https://api.example/a?f=a|b&g={1}^`' })]
];

const isRun = (id: keyof typeof executed, step: StepId): boolean =>
	executed[id].steps.includes(step) && !runners[id]?.lacks?.(step);

const runnable = snippetLanguages.filter((id) => runners[id]?.version() !== undefined);

/** In a browser its own page is the origin. */
const compared = (id: string, name: string): boolean => id !== 'javascript' || name !== 'origin';

describe.each(runnable)('%s sends', (id) => {
	it.each(cases.filter(([, step]) => isRun(id, step)))(
		'%s as it is',
		{ timeout: 300_000 },
		async (_, step, scene) => {
			came.length = 0;
			const language = await loadLanguage(id);
			const served = servedAt(scene, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
			const written = write(language, step, served);
			if (!('code' in written)) throw new Error(written.absent);
			const ran = await runners[id]!.run(language.file(step), written.code);
			const [message] = came;
			if (!message) throw new Error(`Nothing came: ${ran.stderr}`);
			const { method, url, headers, body = '' } = served.requests[step];
			const { pathname, search } = new URL(url);
			expect(message.method).toBe(method);
			expect(decodeURIComponent(message.url ?? '')).toBe(decodeURIComponent(pathname + search));
			for (const name of ['content-type', 'origin'].filter((name) => compared(id, name)))
				expect(String(message.headers[name] ?? '').replace(/;.*/, '')).toBe(headerOf(headers, name) ?? '');
			const said = (header: string | undefined) => readClientCredentials(header, () => undefined);
			expect(said(message.headers.authorization)).toEqual(said(headerOf(headers, 'authorization')));
			if (step === 'call') expect(message.body).toBe(body);
			else expect(parseForm(message.body).sort()).toEqual(parseForm(body).sort());
		}
	);
});
