/** An answer that the browser posted as a form says what the same answer says in a query, wherever it is read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { wireMessagesOf } from '$lib/flow/wire-messages';
import { fold } from '$lib/flow/fold';
import { statusOf } from '$lib/flow/status';
import { traceOfRecording } from '$lib/recording/recording';
import { stepIds } from '$lib/lexicon/steps';
import { attemptsOf } from '$lib/flow/attempts';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Fact, Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact } from '$lib/trace/redact';
import { formatHar, parseHar } from '$lib/wire/har';
import { failures, statuses } from '../../fixtures/messages';
import { createSigner } from '../../fixtures/tokens';
import { code, configuration, left, posted, returned, state, wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let walk: Trace;
/** The whole walk with its answer posted. */
let form: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
	form = walk.map((fact) => (fact.kind === 'returned' ? posted() : fact));
});

const after = (fact: Fact) =>
	sessionAfter([
		...walk.slice(
			0,
			walk.findIndex(({ kind }) => kind === 'returned')
		),
		fact
	]);

describe('a posted answer', () => {
	it('passes the checks that the same answer in a query passes', async () => {
		const [inQuery, inForm] = [await sessionAfter(walk), await sessionAfter(form)];
		expect(inForm.authorizationResponse?.parameters).toEqual(inQuery.authorizationResponse?.parameters);
		expect(inForm.authorizationResponse?.checks).toEqual(inQuery.authorizationResponse?.checks);
		expect(inForm.authorizationResponse).toMatchObject({ url: configuration.redirectUri, code });
		expect(stepIds.map((id) => statusOf(id, inForm))).toEqual(Array(9).fill('done'));
	});

	it.each([
		['callback-state', { state: 'forged' }],
		['callback-issuer', { iss: 'https://evil.example' }],
		['callback-no-error', { error: 'access_denied' }]
	])('fails at %s as it would in a query', async (id, changes) => {
		const session = await after(posted(changes));
		expect(failures(session.authorizationResponse?.checks ?? [])).toContain(id);
	});

	it('with a parameter twice fails at its check', async () => {
		const doubled = { ...posted(), body: `code=a&code=b&state=${state}` } as Fact;
		expect(
			statuses((await after(doubled)).authorizationResponse?.checks ?? [])['callback-parameters-once']
		).toBe('fail');
	});

	it('belongs to its attempt', async () => {
		const trace = [...walk.slice(0, 6), left(), posted()];
		expect(attemptsOf(await fold(trace))[0]?.end.kind).toBe('code');
		const earlier = [...trace, left({ state: 'another-state-0123456789' })];
		expect(attemptsOf(await fold(earlier)).map(({ end }) => end.kind)).toEqual(['waiting', 'code']);
	});

	it('is shown as the POST that it was, and one in a query as a GET', () => {
		const back = (trace: Trace) =>
			wireMessagesOf(trace).find(
				(wireMessage) => wireMessage.kind === 'navigation' && wireMessage.to === 'browser'
			);
		expect(back(form)).toMatchObject({
			request: { method: 'POST', url: configuration.redirectUri, body: expect.stringContaining('code=') }
		});
		expect(back(walk)).toMatchObject({ request: { method: 'GET', headers: [] } });
		expect(back(walk)).not.toHaveProperty('request.body');
	});
});

describe('a walk with a posted answer', () => {
	it('goes out and comes in as the same walk', async () => {
		expect(parseTrace(formatTrace(form))).toEqual({ ok: true, value: form });
	});

	it('comes in from a recording of a browser, with its form', async () => {
		const parsed = parseHar(formatHar(exchangesOf(form)));
		const trace = traceOfRecording(parsed.ok ? parsed.value : []);
		const authorizationResponses = (trace.ok ? trace.value : []).filter(({ kind }) => kind === 'returned');
		expect(authorizationResponses).toMatchObject([
			{ url: configuration.redirectUri, body: expect.stringContaining(encodeURIComponent(state)) }
		]);
		const session = await sessionAfter(trace.ok ? trace.value : []);
		expect(session.configuration?.issuer).toBe(configuration.issuer);
		expect(failures(session.authorizationResponse?.checks ?? [])).toEqual([]);
	});

	it('loses its code when it is redacted, and the same mark stands for it in the token request', async () => {
		const text = JSON.stringify(redact(form));
		for (const spelled of [code, new URLSearchParams({ code }).toString()])
			expect(text).not.toContain(spelled);
		const session = await sessionAfter(redact(form));
		expect(session.authorizationResponse?.code).toMatch(/^redacted-code-/);
		expect(failures(session.authorizationResponse?.checks ?? [])).toEqual([]);
	});

	it('is told from one that came in a query by nothing else', async () => {
		expect((await sessionAfter(form)).tokens?.access_token).toBe(
			(await sessionAfter(walk)).tokens?.access_token
		);
		expect((await after(returned())).authorizationResponse?.body).toBeUndefined();
	});
});
