/**
 * What a server proves about itself by giving tokens. Only what the two requests show is judged: a parameter that is not
 * known, or that stands there twice, proves nothing. A server that does as the standards say gets an empty list.
 */
import { challengeOf, type ChallengeMethod } from '$lib/message/challenge';
import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/check-citations';
import { say, type Said } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { sentPairs } from '$lib/message/token-request';
import { duplicates, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import type { ServerMetadata } from './discovery';

/** A code that was exchanged for tokens. */
interface Redemption {
	server: ServerMetadata;
	/** The parameters of the request that the code answers; undefined: not known. */
	authorization: readonly Pair[] | undefined;
	/** Whether that request was pushed before (RFC 9126). */
	pushed: boolean;
	token: HttpRequest;
	/** Whether tokens came for this code before. */
	used: boolean;
	/** Milliseconds between the coming of the code and its use: it is at least so old. */
	age: number;
	/** The scope of the answer, as far as it says one. */
	granted: string | undefined;
	/** Names of what was sent with a value that is not known, or of headers of which nobody knows whether they were sent. */
	unknown: ReadonlySet<string>;
}

/** RFC 6749 §3.1 and §3.2: a parameter without a value counts as left out. */
const withoutEmpty = (pairs: readonly Pair[]): Pair[] => pairs.filter(([, value]) => value !== '');

/** The parameters of a token request, wherever a server lets them stand. */
const parametersOf = (request: HttpRequest): Pair[] => withoutEmpty(sentPairs(request));

const proof = (
	id: Parameters<typeof check>[0],
	status: 'fail' | 'warn',
	expected: Said,
	actual: Said
): Check => check(id, status, { expected, actual });

/** Whether nothing in the request proves who the client is. */
const isPublic = ({ headers }: HttpRequest, sent: readonly Pair[]): boolean =>
	headerOf(headers, 'authorization') === undefined &&
	!sent.some(([name]) => name === 'client_secret' || name === 'client_assertion');

/** RFC 6749 §4.1.2: at most ten minutes are recommended. */
const longestLife = 600_000;

/**
 * What follows from tokens that came for a code.
 * @see [RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3)
 * @see [RFC 9700 §2.1.1](https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1)
 */
export async function judgeRedemption(redemption: Redemption): Promise<Check[]> {
	const { token, used, age } = redemption;
	const sent = parametersOf(token);
	const grant = valueOf(sent, 'grant_type');
	// Another grant has rules of its own, and a code beside it none.
	if (grant !== undefined && grant !== 'authorization_code') return [];
	const doubled = duplicates(sent).filter((name) => name !== 'resource' && name !== 'audience');
	return [
		...(grant === undefined
			? [proof('refuses-missing-grant-type', 'fail', 'grant_type=authorization_code', say('missing'))]
			: []),
		// RFC 6749 §3.2: parameters MUST NOT be included more than once; §5.2 has an error for it.
		...(doubled.length > 0
			? [proof('refuses-doubled-parameter', 'fail', say('each-once'), say('doubled', ...doubled))]
			: []),
		// RFC 6749 §4.1.2: a code used more than once MUST be denied.
		...(used ? [proof('refuses-used-code', 'fail', say('a-refusal'), say('tokens-for-used-code'))] : []),
		...(age > longestLife
			? [
					proof(
						'refuses-old-code',
						'warn',
						say('minutes-at-most', 10),
						say('minutes', Math.floor(age / 60_000))
					)
				]
			: []),
		...(await sinceAuthorization(redemption, sent, new Set(doubled)))
	];
}

/** What follows from the authorization request and the token request side by side. */
async function sinceAuthorization(
	{ authorization, pushed, server, token, granted, unknown }: Redemption,
	sent: readonly Pair[],
	unclear: ReadonlySet<string>
): Promise<Check[]> {
	if (!authorization) return [];
	const asked = withoutEmpty(authorization);
	const doubled = new Set([...unclear, ...unknown, ...duplicates(asked)]);
	const known = (...names: string[]): boolean => !names.some((name) => doubled.has(name));
	const before: Find = (name) => valueOf(asked, name);
	const now: Find = (name) => valueOf(sent, name);
	const open = !unknown.has('authorization') && isPublic(token, sent);
	return [
		...(known('code_challenge', 'code_challenge_method', 'code_verifier')
			? await pkce(before, now, server, open)
			: []),
		...(known('client_id') ? otherClient(before('client_id'), now('client_id'), open) : []),
		...(known('redirect_uri') ? otherRedirect(before, now) : []),
		// RFC 6749 §3.1.1: a request without response_type MUST be answered with an error.
		...(before('response_type') === undefined && known('response_type')
			? [proof('refuses-missing-response-type', 'fail', 'response_type=code', say('missing'))]
			: []),
		...(server.require_pushed_authorization_requests === true && !pushed
			? [proof('refuses-unpushed-request', 'warn', say('only-pushed'), say('not-pushed'))]
			: []),
		// RFC 9449 §10: the code is bound to the key that dpop_jkt names.
		...(before('dpop_jkt') !== undefined && known('dpop') && headerOf(token.headers, 'dpop') === undefined
			? [proof('refuses-missing-proof', 'fail', say('proof-of-key', 'dpop_jkt'), say('no-header', 'DPoP'))]
			: []),
		...(known('scope') ? widerScope(before('scope'), now('scope'), granted, 'silent') : [])
	];
}

type Find = (name: string) => string | undefined;

async function pkce(before: Find, now: Find, server: ServerMetadata, open: boolean): Promise<Check[]> {
	const [challenge, verifier] = [before('code_challenge'), now('code_verifier')];
	if ([challenge, verifier].some((value) => isPlaceholder(value ?? ''))) return [];
	if (challenge === undefined) {
		// RFC 9700 §4.8.2: a verifier without a challenge before it MUST be refused, or PKCE can be stripped off.
		if (verifier !== undefined)
			return [
				proof('refuses-unasked-verifier', 'fail', say('without', 'code_verifier'), say('verifier-unasked'))
			];
		return open ? [proof('refuses-no-challenge', 'warn', 'code_challenge', say('none-sent'))] : [];
	}
	// RFC 9700 §2.1.1: the server MUST enforce the verifier of a request that had a challenge.
	if (verifier === undefined)
		return [proof('refuses-missing-verifier', 'fail', 'code_verifier', say('none-sent'))];
	return ofMethod(before('code_challenge_method') ?? 'plain', challenge, verifier, server);
}

/** RFC 7636 §4.3: without a method the challenge is plain. */
async function ofMethod(
	method: string,
	challenge: string,
	verifier: string,
	server: ServerMetadata
): Promise<Check[]> {
	const listed = server.code_challenge_methods_supported;
	if (method !== 'S256' && method !== 'plain') {
		return [proof('refuses-unlisted-method', 'fail', say('one-of', 'S256', 'plain'), method)];
	}
	const gives = async (by: ChallengeMethod): Promise<boolean> =>
		(await challengeOf(verifier, by)) === challenge;
	if (await gives(method)) {
		return listed === undefined || listed.length === 0 || listed.includes(method)
			? []
			: [proof('refuses-unlisted-method', 'warn', listed.join(' '), method)];
	}
	const other = method === 'S256' ? 'plain' : 'S256';
	return (await gives(other))
		? [proof('refuses-other-method', 'fail', method, say('compared-as', other))]
		: [proof('refuses-wrong-verifier', 'fail', challenge, await challengeOf(verifier, method))];
}

/** RFC 6749 §4.1.3: the code was issued to this client; a public one MUST name itself. */
function otherClient(before: string | undefined, now: string | undefined, open: boolean): Check[] {
	if (before === undefined || now === before || (now === undefined && !open)) return [];
	return [proof('refuses-other-client', 'fail', before, now ?? say('missing'))];
}

/**
 * RFC 6749 §4.1.3: there, and identical, when the authorization request had one. A server of OAuth 2.1 takes a request
 * without it where a challenge binds the code: nothing is held against that.
 */
function otherRedirect(before: Find, now: Find): Check[] {
	const [first, second] = [before('redirect_uri'), now('redirect_uri')];
	if (first === undefined || second === first) return [];
	if (second === undefined && before('code_challenge') !== undefined) return [];
	return [proof('refuses-other-redirect-uri', 'fail', first, second ?? say('missing'))];
}

const wordsOf = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean);

/**
 * RFC 6749 §6: no scope beyond what was granted first. An answer without `scope` means the requested one (§5.1), where
 * the request may have one.
 */
function widerScope(
	before: string | undefined,
	now: string | undefined,
	granted: string | undefined,
	unsaid: 'silent' | 'warn'
): Check[] {
	const first = wordsOf(before);
	const more = first.length === 0 ? [] : wordsOf(now).filter((name) => !first.includes(name));
	const got = more.filter((name) => wordsOf(granted).includes(name));
	if (got.length > 0) return [proof('refuses-wider-scope', 'fail', first.join(' '), got.join(' '))];
	return more.length > 0 && granted === undefined && unsaid === 'warn'
		? [proof('refuses-wider-scope', 'warn', first.join(' '), say('grant-not-said', more.join(' ')))]
		: [];
}

/** A refresh token that was exchanged for tokens. */
interface Renewal {
	refresh: HttpRequest;
	/** The client that the token belongs to; undefined: not known. */
	clientId: string | undefined;
	/** The scope of the first grant, as far as it is known. */
	first: string | undefined;
	/** Whether a newer refresh token had taken the place of this one. */
	replaced: boolean;
	granted: string | undefined;
	unknown: ReadonlySet<string>;
}

/**
 * What follows from tokens that came for a refresh token.
 * @see [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749#section-6)
 */
export function judgeRenewal({ refresh, clientId, first, replaced, granted, unknown }: Renewal): Check[] {
	const sent = parametersOf(refresh);
	if (valueOf(sent, 'grant_type') !== 'refresh_token') return [];
	const doubled = duplicates(sent).filter((name) => name !== 'resource' && name !== 'audience');
	const known = (name: string): boolean => !doubled.includes(name) && !unknown.has(name);
	const now = valueOf(sent, 'client_id');
	return [
		...(doubled.length > 0
			? [proof('refuses-doubled-parameter', 'fail', say('each-once'), say('doubled', ...doubled))]
			: []),
		// RFC 6749 §6: the refresh token is bound to the client to which it was issued.
		...(known('client_id') && clientId !== undefined && now !== undefined && now !== clientId
			? [proof('refuses-refresh-of-another', 'fail', clientId, now)]
			: []),
		...(known('scope') ? widerScope(first, valueOf(sent, 'scope'), granted, 'warn') : []),
		// RFC 9700 §4.14.2: with rotation the token before is no longer valid.
		...(replaced && known('refresh_token')
			? [proof('refuses-used-refresh-token', 'warn', say('a-refusal'), say('tokens-for-replaced-token'))]
			: [])
	];
}
