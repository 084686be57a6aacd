/** Claims that several kinds have: who made a token, whom it speaks of, and whom it is for. */
import { issuerFor } from '$lib/client/issuer';
import { audienceCheck, issuerCheck, subjectCheck } from '$lib/client/id-token-claims';
import { isJwtType, jwtTypes, isOfAnotherKind, type JwtType } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { TokenUse } from '$lib/lexicon/token-uses';
import { shown } from '$lib/message/json-body';
import { audiencesOf } from '$lib/message/token-says';
import { passIf, row, skipped, type Found, type Held, type Row } from './row';

/** What it means that a claim is not there. */
export type Missing = (held: Held) => Found['status'];

export const required: Missing = () => 'fail';
export const optional: Missing = () => 'skipped';

/** Of a claim that is not there. */
export function missing(held: Held, name: string, how: Missing): Found | undefined {
	if (held.claims[name] !== undefined) return undefined;
	const status = how(held);
	return status === 'skipped'
		? skipped(say('not-needed'))
		: { status, expected: sayOfToken('the-claim', name), actual: say('missing') };
}

/** RFC 7519 §4.1.1: an issuer is text, compared exactly (RFC 8725 §3.8). */
export const issuerRow = (id: TokenCheckId, uses: readonly TokenUse[], how: Missing): Row =>
	row(id, uses, {
		needs: ['issuer'],
		alone: (held) => missing(held, 'iss', how) ?? ofText(held, 'iss'),
		judge: ({ claims }, { issuer }) => issuerCheck(claims, issuerFor(issuer, claims))
	});

/** RFC 8725 §3.9: who is not named must refuse the token. */
export const audienceRow = (id: TokenCheckId, uses: readonly TokenUse[], how: Missing): Row =>
	row(id, uses, {
		needs: ['audience'],
		alone: (held) => missing(held, 'aud', how) ?? withoutAudience(held),
		judge: ({ claims }, { audience }) => audienceCheck(claims, audience)
	});

function withoutAudience({ claims }: Held): Found | undefined {
	if (audiencesOf(claims).length > 0) return undefined;
	return { status: 'fail', expected: sayOfToken('names-of-audiences'), actual: shown(claims.aud) };
}

/** RFC 7519 §2: a StringOrURI is text. */
export function ofText({ claims }: Held, name: string): Found | undefined {
	const value = claims[name];
	if (typeof value === 'string' && value !== '') return undefined;
	return {
		status: 'fail',
		expected: sayOfToken('some-text'),
		actual: sayOfToken('no-text', shown(value))
	};
}

/** A claim that is text, whatever stands in it. */
export const textRow = (id: TokenCheckId, uses: readonly TokenUse[], name: string, how: Missing): Row =>
	row(id, uses, {
		judge: (held) =>
			missing(held, name, how) ??
			ofText(held, name) ??
			passIf(true, { expected: sayOfToken('some-text'), actual: String(held.claims[name]).slice(0, 300) })
	});

export const subjectRow = (
	id: TokenCheckId,
	uses: readonly TokenUse[],
	how: Missing,
	longest?: number
): Row => row(id, uses, { judge: (held) => missing(held, 'sub', how) ?? subjectCheck(held.token, longest) });

/**
 * RFC 8725 §3.11: what `typ` says that it is. That of another kind refuses it; `untyped`: what it means to say none. Where
 * that fails the type is a must, and any other fails with it.
 */
export const typeRow = (
	id: TokenCheckId,
	uses: readonly TokenUse[],
	wanted: JwtType,
	untyped: Found['status']
): Row =>
	row(id, uses, {
		judge({ header: { typ } }) {
			const expected = say('typ', wanted);
			if (isJwtType(typ, wanted)) return { status: 'pass', expected, actual: shown(typ) };
			const isUntyped = typ === undefined || isJwtType(typ, jwtTypes.plain);
			const status = isUntyped ? untyped : untyped === 'fail' || isOfAnotherKind(typ) ? 'fail' : 'warn';
			return {
				status,
				expected,
				actual: typ === undefined ? say('jwt-without-typ') : say('typ', shown(typ))
			};
		}
	});
