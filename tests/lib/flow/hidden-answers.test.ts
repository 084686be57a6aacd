import { describe, expect, it } from 'vitest';
import { atStake, foresee, isHidden, timesHidden, timesHiddenOf } from '$lib/flow/hidden-answers';
import type { MoveId } from '$lib/lexicon/steps';
import { networkReasons, type NetworkReason } from '$lib/lexicon/failure';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { answer } from '../../fixtures/messages';
import { code, configured, discovered, exchanged, metadata, tokenFact } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const own = 'https://app.example/callback/';
const tokenRequest = tokenFact({}).exchange.request;
const elsewhere: HttpRequest = { ...tokenRequest, url: 'https://other.example/token' };

/** The same message, of which nothing was read. */
function unread(fact: FactOf<'exchanged'>, reason: NetworkReason, url = fact.exchange.request.url): Fact {
	const { response: _, ...rest } = fact.exchange;
	return { ...fact, exchange: { ...rest, request: { ...rest.request, url }, failure: { reason } } };
}
const document = discovered() as FactOf<'exchanged'>;
const pasted: Fact = { ...document, exchange: { ...document.exchange, via: 'pasted' } };
const refresh = { ...tokenRequest, body: 'grant_type=refresh_token&refresh_token=r' };

describe('what is at stake', () => {
	const post = (body: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
		method: 'POST',
		url: 'https://idp.example/x',
		headers,
		body
	});
	it.each([
		['token', tokenRequest, 'code'],
		['token', post('code=c', [['DPoP', 'p']]), 'code'],
		['refresh', refresh, 'refresh-token'],
		['revocation', post('token=t'), 'revocation'],
		['introspection', post('token=t'), 'nothing'],
		['introspection', post('token=t&client_assertion=a'), 'proof'],
		['par', post('client_id=a'), 'nothing'],
		['par', post('client_id=a', [['dpop', 'p']]), 'proof'],
		['api', post('{}'), 'act'],
		['api', { ...post(''), method: 'delete' }, 'act'],
		['api', { ...post(''), method: 'GET' }, 'nothing'],
		['userinfo', { ...post(''), method: 'GET', headers: [['authorization', 'Bearer t']] }, 'nothing'],
		['jwks', { ...post(''), method: 'GET' }, 'nothing']
	] as const)('of %s %#: %s', (move, request, stake) => {
		expect(atStake(move, request as HttpRequest)).toBe(stake);
	});
});

describe('an answer that was not read', () => {
	const unsent = new Set([
		'offline',
		'no-answer',
		'local-network',
		'local-network-denied',
		'local-network-unanswered',
		'local-network-withheld',
		'local-network-empty',
		'filtered',
		'mixed-content'
	]);
	const refused = new Set(['part-missing', 'blocked-by-policy', 'refused-by-browser', 'preflight-refused']);
	it.each(networkReasons.map((reason) => [reason, !unsent.has(reason) && !refused.has(reason)] as const))(
		'%s: the server may have had the request: %s',
		(reason, may) => {
			const fact = unread(tokenFact({}), reason);
			expect(fact.kind === 'exchanged' && isHidden(fact.exchange)).toBe(may);
			expect(timesHidden([fact], 'code', code)).toBe(may ? 1 : 0);
		}
	);

	it('is counted for the code that was in it, and for no other', () => {
		const trace = [unread(tokenFact({}), 'cors'), tokenFact({}), unread(tokenFact({}), 'timeout')];
		expect(timesHiddenOf(trace, tokenRequest)).toBe(2);
		expect(timesHiddenOf(trace, { ...tokenRequest, body: 'code=another' })).toBe(0);
		expect(timesHiddenOf(trace, refresh)).toBe(0);
	});
});

describe('what is foreseen of a token request', () => {
	const hidden = (url?: string, reason: NetworkReason = 'cors') => unread(tokenFact({}), reason, url);
	const cases: [
		title: string,
		trace: Trace,
		because: string | undefined,
		request?: HttpRequest,
		move?: MoveId
	][] = [
		['nothing was sent', [configured()], undefined],
		['the metadata was read', [configured(), discovered()], undefined],
		['the same address hid an answer', [configured(), discovered(), hidden()], 'address'],
		['in another query', [configured(), discovered(), hidden(`${tokenRequest.url}?p=1`)], 'address'],
		['for this client', [configured(), discovered(), hidden(undefined, 'cors-for-client')], 'address'],
		['it was read later', [configured(), discovered(), hidden(), tokenFact({})], undefined],
		[
			'its errors alone are hidden',
			[configured(), discovered(), hidden(undefined, 'cors-on-errors')],
			undefined
		],
		['it was not reached', [configured(), discovered(), hidden(undefined, 'no-answer')], undefined],
		['the person stopped it', [configured(), discovered(), hidden(undefined, 'cancelled')], undefined],
		['the metadata of this server was hidden', [configured(), unread(document, 'cors')], 'server'],
		['and pasted', [configured(), unread(document, 'cors'), pasted], 'server'],
		['one of its two documents was read', [configured(), unread(document, 'cors'), discovered()], undefined],
		[
			'hidden metadata, endpoint elsewhere',
			[configured(), unread(document, 'cors'), pasted],
			'metadata',
			elsewhere
		],
		[
			'read metadata, endpoint elsewhere',
			[configured(), unread(document, 'cors'), discovered()],
			undefined,
			elsewhere
		],
		[
			'another server hid an answer',
			[configured(), discovered(), hidden('https://api.example/x')],
			undefined
		],
		[
			'the page’s own server',
			[configured(), hidden('https://app.example/idp/token')],
			undefined,
			{ ...tokenRequest, url: 'https://app.example/idp/token' }
		],
		['an address that is none', [configured(), hidden()], undefined, { ...tokenRequest, url: 'token' }],
		['only what was pasted', [configured(), pasted], undefined],
		[
			'an API of the same server was read, after that',
			[
				configured(),
				discovered(),
				hidden(),
				exchanged('call', 'api', { url: `${metadata.issuer}/api` }, answer('[]'))
			],
			'address'
		]
	];
	it.each(cases)('%s', async (_, trace, because, request = tokenRequest, move = 'token') => {
		expect(foresee(trace, await sessionAfter(trace), { move, url: request.url }, own).because).toBe(because);
	});
});
