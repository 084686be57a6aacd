import { describe, expect, it } from 'vitest';
import { clientMessageIds } from '$lib/lexicon/client-messages';
import { clientMessageIn, clientMessages } from '$lib/diagnosis/client-messages/client-messages';
import { diagnose } from '$lib/diagnosis/diagnose';
import { diagnosePasted } from '$lib/diagnosis/explain';
import { clientMessageTexts } from '$lib/lessons/en/diagnosis/client-messages/client-messages';
import { printedMessages } from '../../fixtures/printed-messages';

const idOf = (text: string): string | undefined => clientMessageIn(text)?.message.id;
const librariesOf = (text: string): string[] =>
	clientMessageIn(text)?.message.of.map(({ library }) => library) ?? [];
const causesOf = (body: string): string[] => diagnose({ body }).map(({ code }) => code);

describe('a message of a library', () => {
	it.each(printedMessages)('%s is recognised: %s', (id, text) => {
		expect(idOf(text)).toBe(id);
	});

	it.each(printedMessages)('%s is recognised above a stack: %s', (id, text) => {
		expect(
			idOf(`Uncaught (in promise) Error: ${text}\n    at run (main.3f.js:1:200)\n    at async main.3f.js:2:9`)
		).toBe(id);
	});

	it.each(printedMessages)('%s is recognised among the lines of a log: %s', (id, text) => {
		expect(idOf(`10:00:01 GET /callback 302\n10:00:02 ERROR web-app: ${text}\n10:00:03 GET / 200`)).toBe(id);
	});

	it('is shown with an example for each that is known', () => {
		expect(new Set(printedMessages.map(([id]) => id))).toEqual(new Set(clientMessageIds));
	});

	it.each([
		['in small letters', 'no matching state found in storage'],
		['over two lines', 'No matching state\n  found in storage'],
		['in JSON, its quotes escaped', '{"message":"unexpected \\"state\\" response parameter value"}'],
		['with round quotes', 'unexpected “state” response parameter value'],
		['where its value is hidden', 'Required parameter not passed: ']
	])('is recognised %s', (_, text) => {
		expect(idOf(text)).toBeDefined();
	});

	it.each([
		['other words', 'No matching account found in storage'],
		['a word of which it is a part', 'Renonce mismatch'],
		['common words within a sentence', 'The server reports a nonce mismatch in the DPoP proof'],
		['common words with more behind them', 'Issuer mismatch between realm and client'],
		['the words of a server', '{"error":"invalid_grant","error_description":"PKCE verification failed"}'],
		['half of a message', 'oidc: issuer did not match'],
		['a longer number', 'IDX102051: something else'],
		['two halves that are far apart', `Scope has changed from ${'x'.repeat(400)} to y`],
		['nothing', '']
	])('is not seen in %s', (_, text) => {
		expect(idOf(text)).toBeUndefined();
	});
});

describe('a long text', () => {
	const beginnings = clientMessages.flatMap(({ says }) => says.map((words) => words.split('*')[0] ?? ''));

	it.each([
		['of spaces', ' '.repeat(50_000)],
		['of quotes', "' ".repeat(25_000)],
		['of ends of lines', 'error: \n'.repeat(6_000)],
		['of the words of every message, in another order', beginnings.toReversed().join(' x\n').repeat(5)],
		[
			'of one beginning',
			'Nonce (nonce) claim mismatch in the ID token; expected "a", '.repeat(900) + ' found "'
		]
	])('%s is read at once', (_, text) => {
		const started = performance.now();
		clientMessageIn(text);
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});

describe('words that several libraries print', () => {
	it('name each of them', () => {
		expect(librariesOf('Unable to verify authorization request state.')).toEqual([
			'passport-oauth2',
			'openid-client-passport'
		]);
		expect(librariesOf('Nonce mismatch')).toEqual(['appauth-android', 'appauth-ios']);
	});

	it.each([
		['CSRF Warning! State not equal in request and response.', ['oauthlib', 'authlib']],
		['(mismatching_state) CSRF Warning! State not equal in request and response.', ['oauthlib']],
		['mismatching_state: CSRF Warning! State not equal in request and response.', ['authlib']]
	])('name one where what stands beside tells them apart: %s', (text, libraries) => {
		expect(librariesOf(text)).toEqual(libraries);
	});
});

describe('a message that wraps another', () => {
	it('gives way to the one inside, however long it is', () => {
		expect(
			idOf(
				'Exception: An error was encountered while handling the remote login.\n ---> Exception: Correlation failed.'
			)
		).toBe('asp-net/correlation');
	});

	it('leaves the answer of the server to be read', () => {
		expect(
			causesOf(
				'oauth2: cannot fetch token: 400 Bad Request\nResponse: {"error_description":"Code is expired"}'
			)[0]
		).toBe('code-expired');
	});
});

describe('what a message speaks for', () => {
	const meant = printedMessages.flatMap(([id, text]) => {
		const code = clientMessages.find((message) => message.id === id)?.code;
		return code === undefined ? [] : ([[id, code, text]] as const);
	});

	it.each(meant)('%s is told first as %s: %s', (_, code, text) => {
		const [first] = diagnose({ body: `Error: ${text}\n    at run (main.js:1:2)` });
		expect(first?.code).toBe(code);
		expect(first?.confidence).toBeGreaterThan(0.9);
	});

	it.each([
		'BrowserAuthError: interaction_in_progress: Interaction is currently in progress. Please ensure that this interaction has been completed before calling an interactive API.',
		'authorizedCallback incorrect nonce',
		'oauth2: token expired and refresh token is not set',
		'Nonce mismatch'
	])('is none of the causes where the library means none: %s', (text) => {
		expect(causesOf(text)).toEqual([]);
	});

	it('leaves the other lines of a log to be read', () => {
		expect(
			causesOf(
				'popup_window_error: Error opening popup window. This can happen if you are using IE or if popups are blocked in the browser.\nRefresh token has expired'
			)[0]
		).toBe('refresh-token-expired');
	});

	it('is not heard where the answer of the server settles the matter', () => {
		expect(causesOf('oidc: token is expired (Token Expiry: now)\nAADSTS54005: already redeemed')[0]).toBe(
			'code-already-used'
		);
	});
});

describe('a pasted text', () => {
	it('is told with the library that printed it', async () => {
		const report = await diagnosePasted('Error: No matching state found in storage\n    at a (b.js:1:1)', {});
		expect(report?.library?.message.id).toBe('oidc-client-ts/no-state-kept');
		expect(report?.library?.words).toBe('No matching state found in storage');
		expect(report?.causes[0]?.code).toBe('state-mismatch');
	});

	it('is told without one where none is known', async () => {
		expect(await diagnosePasted('AADSTS9002327', {})).not.toHaveProperty('library');
	});
});

describe('what is known of the messages', () => {
	it.each(clientMessages)(
		'$id says what is meant and what to look at, and where it is written',
		({ id, of }) => {
			const { means, look } = clientMessageTexts[id];
			for (const sentence of [means, look]) expect(sentence).toMatch(/^[\p{L}].{15,}\.$/su);
			for (const { docs } of of) expect(new URL(docs).protocol).toBe('https:');
			expect(new Set(of.map(({ docs }) => docs)).size).toBe(of.length);
		}
	);

	it('is one entry for each name', () => {
		expect(clientMessages.map(({ id }) => id).toSorted()).toEqual(clientMessageIds.toSorted());
	});

	it('links no line of a file, which would move', () => {
		expect(clientMessages.flatMap(({ of }) => of).filter(({ docs }) => /#L\d/.test(docs))).toEqual([]);
	});
});
