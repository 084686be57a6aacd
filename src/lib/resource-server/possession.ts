/** Whether whoever sends the token holds the key that it is bound to: RFC 9449 §7. */
import type { Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import { check, checkThat } from '$lib/lexicon/server-check';
import { lookAtProof, points, type Carrier, type Point } from '$lib/message/dpop-proof';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Api } from './api';

export type Scheme = 'Bearer' | 'DPoP';

/** What a request says about its sender, beside the token. */
export interface SentProof {
	/** The `DPoP` header. */
	proof: string | null;
	carrier: Omit<Carrier, 'accessToken'>;
}

const nonceLifetime = 300_000;
const nonceRenewal = 60_000;

/**
 * The header of an answer to a request with a proof, where the API wants nonces: RFC 9449 §9. Servers that share an
 * origin and a store share their nonces: a client remembers one for each origin.
 */
export async function nonceHeader(api: Api, request: Request): Promise<Record<string, string>> {
	if (!api.dpopNonce || !request.headers.has('dpop')) return {};
	const current = await api.store.get<string>('dpop-nonce-current', '');
	if (current !== undefined) return { 'dpop-nonce': current };
	const nonce = encodeBase64url(api.random(16));
	await api.store.put('dpop-nonce', nonce, true, api.now() + nonceLifetime);
	await api.store.put('dpop-nonce-current', '', nonce, api.now() + nonceRenewal);
	return { 'dpop-nonce': nonce };
}

/** In one move: of two requests with the same proof at the same time, one finds it seen. */
async function sawBefore({ store }: Api, key: string, until: number): Promise<boolean> {
	let seen = false;
	const remember = (known: true | undefined): true => {
		seen = known === true;
		return true;
	};
	await store.update('api-proof-seen', key, remember, until);
	return seen;
}

/** The proof that a request carries, and what to compare it with. */
export const sentProof = (request: Request, api: Api): SentProof => ({
	proof: request.headers.get('dpop'),
	carrier: {
		method: request.method,
		url: request.url,
		now: api.now(),
		sawBefore: (key, until) => sawBefore(api, key, until),
		...(api.dpopNonce
			? { isOwnNonce: async (nonce) => (await api.store.get<true>('dpop-nonce', nonce)) === true }
			: {})
	}
});

const pointId = <P extends Point>(point: P) => `rs-dpop-${point}` as const;

/** RFC 9449 §7.2: a bound token never as Bearer; §7.1: an unbound one never as DPoP. */
const schemeCheck = (scheme: Scheme, bound: string | undefined): Check =>
	checkThat('rs-token-scheme', (scheme === 'DPoP') === (bound !== undefined), {
		expected: say(bound === undefined ? 'bearer-unbound' : 'dpop-bound'),
		actual: scheme
	});

/** `bound`: the token's `cnf.jkt`. */
export async function possessionChecks(
	token: string,
	scheme: Scheme,
	bound: string | undefined,
	{ proof, carrier }: SentProof
): Promise<Check[]> {
	const fits = schemeCheck(scheme, bound);
	if (scheme === 'Bearer') return [fits];
	if (proof === null)
		return [
			fits,
			checkThat('rs-dpop-form', false, { expected: say('a-header', 'DPoP'), actual: say('missing') })
		];
	const { findings, jkt } = await lookAtProof(proof, { ...carrier, accessToken: token });
	const checks = points.map((point) => {
		const { holds, expected, actual } = findings[point];
		const status = holds === undefined ? 'skipped' : holds ? 'pass' : 'fail';
		return check(pointId(point), status, { expected, actual });
	});
	const key =
		bound === undefined || jkt === undefined
			? check('rs-token-key-bound', 'skipped', { actual: say('no-bound-token') })
			: checkThat('rs-token-key-bound', jkt === bound, { expected: bound, actual: jkt });
	return [fits, ...checks, key];
}
