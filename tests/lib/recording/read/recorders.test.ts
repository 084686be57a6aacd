/** Files in the shape of each recorder, and what is known of them. */
import { strToU8, zlibSync } from 'fflate';
import { readFile as readBytes, readFile as readText } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readFile } from '$lib/recording/read/read-file';

const read = async (name: string) =>
	readFile(new Blob([await readBytes(`tests/fixtures/reports/${name}`)]), { now: 0 });

test.each([
	['90-recorder-firefox.har', 'Firefox'],
	['91-recorder-safari.har', 'WebKit Web Inspector'],
	['92-recorder-charles.har', 'Charles Proxy'],
	['93-recorder-fiddler.har', 'Fiddler'],
	['95-only-post-data-null.har', 'WebInspector'],
	['97-no-content-type-header.har', 'WebInspector']
])('%s: the sign-in is found with its token request', async (file, recorder) => {
	const { about, found, trace } = await read(file);
	expect(about).toMatchObject({ recorder: { name: recorder }, unread: {} });
	expect(found).toMatchObject({ attempts: 1, clients: ['spa-client'] });
	const token = trace.ok
		? trace.value.find((fact) => fact.kind === 'exchanged' && fact.move === 'token')
		: undefined;
	expect(token).toMatchObject({ exchange: { response: { status: 400 } } });
});

test('what Chrome leaves out is told, and what it does not', async () => {
	expect((await read('99-chrome-sanitised.har')).about?.lacks).toEqual(['cookies', 'authorization']);
	expect((await read('100-no-response-bodies.har')).about?.lacks).toContain('answers');
	expect((await read('97-no-content-type-header.har')).about?.lacks).toContain('headers');
});

/** A sign-in whose code was refused, as Firefox wrote it: what another exporter makes of the same messages. */
interface Entry {
	startedDateTime: string;
	request: { method: string; url: string; headers: Named[]; postData?: object } & Record<string, unknown>;
	response: { status: number; headers: Named[]; content: { text?: string } } & Record<string, unknown>;
}
interface Named {
	name: string;
	value: string;
}
const entries = async (): Promise<Entry[]> =>
	JSON.parse(await readText('tests/fixtures/reports/90-recorder-firefox.har', 'utf8')).log.entries;

const valueIn = (headers: readonly Named[], name: string): string =>
	headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';

/** `mitmproxy/addons/savehar.py` (commit 056123b): times of Python, `null` in timings, a body beside every POST. */
const ofMitmproxy = async (): Promise<string> =>
	JSON.stringify(
		{
			log: {
				version: '1.2',
				creator: { name: 'mitmproxy exporthar', version: '0.1', comment: 'mitmproxy version 12.1.2' },
				pages: [],
				entries: (await entries()).map(({ startedDateTime, request, response }, index) => ({
					startedDateTime: new Date(startedDateTime)
						.toISOString()
						.replace(/\.000Z$/, index === 0 ? '+00:00' : '.123456+00:00'),
					time: 40.25,
					request: {
						...request,
						...(request.method === 'POST' ? { postData: { ...request.postData, params: [] } } : {})
					},
					response: {
						...response,
						redirectURL: valueIn(response.headers, 'location'),
						content: {
							size: 1,
							compression: 0,
							mimeType: valueIn(response.headers, 'content-type'),
							text: response.content.text ?? ''
						}
					},
					cache: {},
					timings: { connect: null, ssl: null, send: 1.5, receive: 2, wait: 36.75 },
					serverIPAddress: '203.0.113.7'
				}))
			}
		},
		null,
		4
	);

/**
 * Burp exports XML, and has no HAR of its own: `burp2har` and its like make one of it. No time of an exchange is known there,
 * nor what a browser fetched it as, and a request without an answer has the status 0.
 */
const ofBurp = async (): Promise<string> => {
	const all = (await entries()).map(({ startedDateTime, request, response }) => ({
		startedDateTime: new Date(startedDateTime).toISOString(),
		time: 0,
		request: { ...request, httpVersion: 'HTTP/2' },
		response: { ...response, redirectURL: valueIn(response.headers, 'location') },
		cache: {},
		timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: 0, receive: 0, ssl: -1 },
		pageref: 'page_0'
	}));
	const pages = [{ id: 'page_0', startedDateTime: all[0]?.startedDateTime, title: 'app.example.com' }];
	return JSON.stringify({
		log: { version: '1.2', creator: { name: 'burp2har', version: '0.3.0' }, pages, entries: all }
	});
};

/** Edge is Chromium with another name in `User-Agent`: the developer tools call themselves WebInspector in both. */
const ofEdge = async (): Promise<string> => {
	const agent =
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.3485.54';
	const all = (await entries()).map((one) => ({
		...one,
		_connectionId: '66',
		_initiator: { type: 'other' },
		_priority: 'VeryHigh',
		request: { ...one.request, headers: [...one.request.headers, { name: 'User-Agent', value: agent }] }
	}));
	return JSON.stringify({
		log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: all }
	});
};

test.each([
	['mitmproxy', ofMitmproxy, { recorder: { name: 'mitmproxy exporthar', version: '0.1' } }],
	['Burp', ofBurp, { recorder: { name: 'burp2har' } }],
	[
		'Edge',
		ofEdge,
		{ recorder: { name: 'WebInspector' }, browser: { name: 'Edge', version: '140.0.3485.54' } }
	]
])('%s: the sign-in is found with its token request', async (_, make, names) => {
	const { about, found, trace } = await readFile(new Blob([await make()]), { now: 0 });
	expect(about).toMatchObject({ ...names, unread: {}, notes: [] });
	expect(found).toMatchObject({ attempts: 1, clients: ['spa-client'] });
	const token = trace.ok
		? trace.value.find((fact) => fact.kind === 'exchanged' && fact.move === 'token')
		: undefined;
	expect(token).toMatchObject({ exchange: { response: { status: 400 } } });
});

test('mitmproxy packs its files with zlib', async () => {
	const packed = new Blob([zlibSync(strToU8(await ofMitmproxy()))]);
	const { about, found } = await readFile(packed, { now: 0 });
	expect(about?.recorder?.name).toBe('mitmproxy exporthar');
	expect(found?.attempts).toBe(1);
});

test('a request of mitmproxy without an answer has an error, or null', async () => {
	const file = JSON.parse(await ofMitmproxy());
	const last = file.log.entries.find(
		({ request }: Entry) => request.method === 'POST' && request.url.endsWith('/oauth/token')
	);
	for (const [error, reasons] of [
		['[Errno 111] Connection refused', ['no-answer']],
		['Client disconnected.', ['cancelled']],
		// Without a word nobody knows whether there was an answer.
		[null, []]
	]) {
		last.response = { status: 0, statusText: '', headers: [], cookies: [], content: {}, _error: error };
		const { trace } = await readFile(new Blob([JSON.stringify(file)]), { now: 0 });
		const facts = trace.ok ? trace.value : [];
		const failed = facts.flatMap((fact) => (fact.kind === 'exchanged' ? (fact.exchange.failure ?? []) : []));
		expect(failed.map(({ reason }) => reason)).toEqual(reasons);
	}
});
