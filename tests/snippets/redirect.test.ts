/** A message goes to the address that it is for: where the answer there is a redirect, it does not go on by itself. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetLanguages } from '$lib/lexicon/snippets';
import { executed } from '$lib/snippets/executed';
import { loadLanguage } from '$lib/snippets/load';
import { write } from '$lib/snippets/write';
import { plainScene, servedAt } from './plain';
import { runners } from './runners';

const steps = ['exchange', 'call', 'renew'] as const;

/** What came to the server that sends on, and to the one to which it sends. */
const came: { here: string[]; there: string[] } = { here: [], there: [] };
let here: Server;
let there: Server;

/** Chromium asks first, and the page is let in. */
const open = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'authorization, content-type, accept',
	'access-control-allow-methods': 'GET, POST'
};

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const listening = (at: 'here' | 'there', answer: () => [number, Record<string, string>]): Promise<Server> =>
	new Promise((done) => {
		const server = createServer((request, response) => {
			request.resume();
			if (request.method === 'OPTIONS') {
				response.writeHead(204, open).end();
				return;
			}
			came[at].push(`${request.method} ${request.url}`);
			const [status, headers] = answer();
			response.writeHead(status, { ...open, ...headers }).end('{}');
		});
		server.listen(0, '127.0.0.1', () => done(server));
	});

beforeAll(async () => {
	there = await listening('there', () => [200, { 'content-type': 'application/json' }]);
	here = await listening('here', () => [307, { location: `${originOf(there)}/taken` }]);
});

afterAll(() => {
	here.close();
	there.close();
});

const runnable = snippetLanguages.flatMap((id) => {
	const runner = runners[id];
	if (runner?.version() === undefined) return [];
	return steps
		.filter((step) => executed[id].steps.includes(step) && !runner.lacks?.(step))
		.map((step) => ({ id, step, runner }));
});

afterAll(async () => {
	for (const { close } of new Set(runnable.map(({ runner }) => runner))) await close?.();
});

describe('a redirect is not followed', () => {
	it.each(runnable)('by $id at $step', { timeout: 300_000 }, async ({ id, step, runner }) => {
		came.here = [];
		came.there = [];
		const language = await loadLanguage(id);
		const written = write(language, step, servedAt(plainScene(), originOf(here)));
		if (!('code' in written)) throw new Error(written.absent);
		await runner.run(language.file(step), written.code);
		expect(came.here).toHaveLength(1);
		expect(came.there).toEqual([]);
	});
});

/** What no test runs says it in its own words. */
it.each([
	['dart', /followRedirects = false/],
	['http-file', /^# @no-redirect$/m],
	['kotlin', /instanceFollowRedirects = false/],
	['kotlin-appauth', /instanceFollowRedirects = false|performTokenRequest/],
	['objective-c', /willPerformHTTPRedirection/],
	['rust', /Policy::none\(\)/],
	['swift', /willPerformHTTPRedirection/]
] as const)('%s is told not to follow one', async (id, words) => {
	const language = await loadLanguage(id);
	for (const step of steps) {
		const written = write(language, step, plainScene());
		expect('code' in written && written.code).toMatch(words);
	}
});
