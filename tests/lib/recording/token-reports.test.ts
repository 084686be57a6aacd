/** Recordings after public reports, in which something is the matter with a token: what is said of each is what is true. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import type { Attempt } from '$lib/flow/session';
import type { Check } from '$lib/lexicon/check';
import { adviceOf } from '$lib/lessons/en/checks/checks';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { traceOfRecording } from '$lib/recording/recording';
import { parseHar } from '$lib/wire/har';

async function attemptOf(file: string): Promise<Attempt> {
	const text = readFileSync(new URL(`../../fixtures/reports/${file}.har`, import.meta.url), 'utf8');
	const har = parseHar(text);
	const trace = har.ok ? traceOfRecording(har.value) : har;
	if (!trace.ok) throw new Error(trace.failure.reason);
	const { attempts } = await fold(trace.value);
	return attempts[0];
}

/** What does not pass, in words. The library repeats what the check above it says. */
const said = (checks: readonly Check[]): string[] =>
	checks
		.filter(({ id, status }) => (status === 'fail' || status === 'warn') && !id.endsWith('-library'))
		.map((check) => `${check.id}: ${textOf(check.actual ?? '')}. ${adviceOf(check).fails}`);

it.each([
	['54-iss-claim-slash', [/^id-token-iss: .*by the slash at the end alone/]],
	[
		'56-kid-not-in-jwks',
		[/^id-token-key: not in the set, which has kid-new-1.*rotated.*no sign that it was forged/]
	],
	['58-refresh-with-original-nonce', []],
	['60-dates-as-text', [/^id-token-dates: exp: text .*must be numbers of seconds/]],
	['62-at-hash-wrong', [/^id-token-at-hash: .*is not the hash of the access token/]],
	['64-alg-es512', []],
	['67-alg-rs512', []],
	['68-id-token-encrypted', [/^id-token-form: 5 parts: encrypted.*encryption key for this client/]],
	['69-id-token-hs256', [/^id-token-signed: .*client secret.*public client has none/]],
	['71-crit-header', [/^id-token-crit: not understood: exp.*must be refused/]]
])('%s: the ID token', async (file, expected) => {
	const found = said((await attemptOf(file)).idTokenChecks);
	expect(found).toEqual(expected.map((words) => expect.stringMatching(words)));
});

it('70-no-token-type: the answer lacks what is required', async () => {
	const { exchange } = await attemptOf('70-no-token-type');
	expect(said(exchange?.checks ?? [])).toEqual([expect.stringMatching(/^token-type: missing.*is required/)]);
});

it('72-token-too-large-431: the headers are too large', async () => {
	const { api } = await attemptOf('72-token-too-large-431');
	expect(said(api?.checks ?? [])).toEqual([
		expect.stringMatching(/^api-status: 431 .*authorization has 16278 of 16311 bytes.*larger than the server/)
	]);
});
