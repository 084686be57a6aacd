/** OIDC Core §3.1.2.1: an authorization request may be a form that is posted. A recording of one is a sign-in as well. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSides } from '$lib/flow/compare/compare';
import { tellAttempt } from '$lib/flow/compare/tell-attempt';
import { fold } from '$lib/flow/fold';
import type { Walk } from '$lib/flow/session';
import { formType } from '$lib/message/form-body';
import { traceOfRecording } from '$lib/recording/recording';
import { exchangesOf } from '$lib/trace/exchanges';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange, HttpResponse } from '$lib/wire/http';
import { answer } from '../../fixtures/messages';
import { createSigner } from '../../fixtures/tokens';
import { challenge, configuration, metadata, state, verifier, wholeWalk } from '../../fixtures/walk';

let recorded: Exchange[];
beforeAll(async () => {
	const walk = await wholeWalk(await createSigner('RS256'));
	const parsed = parseHar(formatHar(exchangesOf(walk)));
	if (!parsed.ok) throw new Error(parsed.failure.reason);
	recorded = parsed.value;
});

const signInPage: HttpResponse = {
	...answer('<title>Sign in</title>'),
	headers: [['content-type', 'text/html; charset=utf-8']]
};
const isAuthorization = ({ request }: Exchange): boolean =>
	request.url.startsWith(metadata.authorization_endpoint);
const isDocument = ({ request }: Exchange): boolean => request.url.includes('.well-known');

/** The same request as a form, to this address. */
function posted(one: Exchange, url: string = metadata.authorization_endpoint): Exchange {
	const { failure: _, ...rest } = one;
	const body = new URL(one.request.url).search.slice(1);
	const request = {
		method: 'POST',
		url,
		headers: [['content-type', formType]],
		body
	} satisfies Exchange['request'];
	return { ...rest, request, response: signInPage };
}
const asForm = (exchanges: readonly Exchange[]): Exchange[] =>
	exchanges.map((one) => (isAuthorization(one) ? posted(one) : one));

async function walkOf(exchanges: readonly Exchange[]): Promise<Walk> {
	const trace = traceOfRecording(exchanges);
	if (!trace.ok) throw new Error(trace.failure.reason);
	const kept = parseTrace(formatTrace(trace.value));
	if (!kept.ok) throw new Error(kept.failure.reason);
	return fold(kept.value);
}

describe('an authorization request that was posted', () => {
	it('begins a sign-in with its own parameters', async () => {
		const walk = await walkOf(asForm(recorded));
		expect(walk.attempts).toHaveLength(1);
		const [attempt] = walk.attempts;
		expect(attempt.authorizationRequest).toMatchObject({
			url: metadata.authorization_endpoint,
			body: expect.stringContaining('response_type=code'),
			state,
			scope: configuration.scope
		});
		expect(attempt.configuration).toMatchObject({
			clientId: configuration.clientId,
			scope: configuration.scope
		});
	});

	it('is told apart from no other way of asking', async () => {
		const [form, query] = await Promise.all([walkOf(asForm(recorded)), walkOf(recorded)]);
		const { findings, rest } = compareSides(await tellAttempt(form, 0), await tellAttempt(query, 0));
		expect([findings, rest]).toEqual([[], []]);
		expect(form.attempts[0]).toMatchObject({ code_verifier: verifier, code_challenge: challenge });
		expect(form.attempts[0].exchange?.conclusions).toEqual(query.attempts[0].exchange?.conclusions);
	});

	it('is a sign-in of its own beside another', async () => {
		const otherState = 'state-of-the-other-sign-in-0123456789';
		const other: Exchange[] = JSON.parse(
			JSON.stringify(asForm(recorded).filter((one) => !isDocument(one))).replaceAll(state, otherState)
		);
		const walk = await walkOf([...asForm(recorded), ...other.filter(isAuthorization)]);
		expect(walk.attempts.map(({ authorizationRequest }) => authorizationRequest?.state)).toEqual([
			state,
			otherState
		]);
	});

	it('is one without metadata too, where a page answers it', async () => {
		const walk = await walkOf(asForm(recorded).filter((one) => !isDocument(one)));
		expect(walk.attempts.map(({ authorizationRequest }) => authorizationRequest?.state)).toEqual([state]);
		expect(walk.attempts[0].server?.authorization_endpoint).toBe(metadata.authorization_endpoint);
	});

	it('may carry the reference of a pushed one', async () => {
		const at = recorded.findIndex(isAuthorization);
		const asked = recorded[at];
		if (!asked) throw new Error('no request');
		const push = {
			...posted(asked, `${configuration.issuer}/par`),
			id: 'par',
			response: answer({ request_uri: 'urn:x:1', expires_in: 60 }, { status: 201 })
		};
		const reference = posted(asked);
		reference.request.body = `client_id=${configuration.clientId}&request_uri=urn%3Ax%3A1`;
		const { attempts } = await walkOf(recorded.toSpliced(at, 1, push, reference));
		expect(attempts).toHaveLength(1);
		expect(attempts[0].pushed?.value?.request_uri).toBe('urn:x:1');
		expect(attempts[0].authorizationRequest).toMatchObject({ state });
	});
});

describe('no authorization request', () => {
	it('is the form of a page of the server that carries it on', async () => {
		const at = recorded.findIndex(isAuthorization);
		const asked = recorded[at];
		if (!asked) throw new Error('no request');
		const signIn = { ...posted(asked, `${configuration.issuer}/login`), id: 'login' };
		const withDocument = recorded.toSpliced(at + 1, 0, signIn);
		for (const exchanges of [withDocument, withDocument.filter((one) => !isDocument(one))]) {
			const { attempts } = await walkOf(exchanges);
			expect(attempts).toHaveLength(1);
			expect(attempts[0].authorizationRequests.map(({ body }) => body)).toEqual([undefined]);
		}
	});

	it('is a push that nobody answered', async () => {
		const at = recorded.findIndex(isAuthorization);
		const asked = recorded[at];
		if (!asked) throw new Error('no request');
		const { response: _, ...push } = posted(asked, `${configuration.issuer}/par`);
		const lost: Exchange = { ...push, failure: { reason: 'no-answer' } };
		const { attempts } = await walkOf(recorded.filter((one) => !isDocument(one)).toSpliced(at, 0, lost));
		expect(attempts.map(({ authorizationRequest }) => authorizationRequest?.body)).toEqual([undefined]);
	});
});
