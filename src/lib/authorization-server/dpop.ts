/** Tokens that are of use to the holder of a key only: RFC 9449, as the authorization server sees it. */
import { say } from '$lib/lexicon/said';
import { lookAtProof, points, type Point, type ProofReading } from '$lib/message/dpop-proof';
import { randomText, type Call } from './call';
import { pass, refuse, skip, type Rule, type Verdict } from './decide';
import type { Realm } from './realm';
import { sawBefore } from './replay-cache';
import type { Application } from './settings';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface ProofContext {
	call: Call;
	application?: Application;
	/** What the proof of this request says. */
	proof?: ProofReading;
}

/** The thumbprint of the key that is proven to be held. */
export const provenKey = ({ proof }: ProofContext): string | undefined => proof?.jkt;

const proofOf = ({ request }: Call): string | undefined => request.headers.get('dpop') ?? undefined;

const nonceLifetime = 300_000;
const nonceRenewal = 60_000;

/** The nonce for the next proof: RFC 9449 §8.2. A new one each minute, each good for five. */
export async function currentNonce({ store, random, now }: Pick<Realm, 'store' | 'random' | 'now'>) {
	const current = await store.get<string>('dpop-nonce-current', '');
	if (current !== undefined) return current;
	const nonce = randomText({ random }, 16);
	await store.put('dpop-nonce', nonce, true, now() + nonceLifetime);
	await store.put('dpop-nonce-current', '', nonce, now() + nonceRenewal);
	return nonce;
}

/** The header of an answer to a request with a proof, where the realm wants nonces: RFC 9449 §8. */
export async function nonceHeader(realm: Realm, request: Request): Promise<Record<string, string>> {
	if (!realm.settings.policy.dpopNonce || !request.headers.has('dpop')) return {};
	return { 'dpop-nonce': await currentNonce(realm) };
}

/** Reads the proof of a request, once. */
async function read(context: ProofContext & { token?: string }): Promise<ProofReading | undefined> {
	const { call, token } = context;
	const sent = proofOf(call);
	if (sent === undefined) return undefined;
	const { store, settings } = call.realm;
	context.proof ??= await lookAtProof(sent, {
		method: call.request.method,
		url: call.url.href,
		now: call.now,
		accessToken: token,
		sawBefore: (key, until) => sawBefore(call, 'proof', key, until),
		...(settings.policy.dpopNonce
			? { isOwnNonce: async (nonce) => (await store.get<true>('dpop-nonce', nonce)) === true }
			: {})
	});
	return context.proof;
}

const descriptions: Record<Point, string> = {
	form: 'The DPoP header has to be one JWT of typ dpop+jwt',
	alg: 'The DPoP proof is signed with an algorithm that is not allowed',
	key: 'The DPoP proof has no public key, or a private one',
	signature: 'The signature of the DPoP proof does not fit its key',
	htm: 'The htm of the DPoP proof is not the method of this request',
	htu: 'The htu of the DPoP proof is not the address of this request',
	iat: 'The DPoP proof is too old, or from the future',
	nonce: 'Authorization server requires nonce in DPoP proof',
	ath: 'The ath of the DPoP proof is not the hash of the access token',
	jti: 'This DPoP proof was used before'
};

/** RFC 9449 §5 and §8: one error for a proof that is no good, and one that asks for a nonce. */
function refusePoint(point: Point, status: number | undefined, compared: object): Verdict {
	const error = point === 'nonce' ? 'use_dpop_nonce' : 'invalid_dpop_proof';
	const refusal = { error, description: descriptions[point], ...onlyKnown({ status }) };
	return { status: 'fail', refusal, ...compared };
}

/** `status`: the HTTP status of a refusal, where it is not the endpoint's usual one. */
const pointRule = (point: Point, status?: number): Rule<ProofContext> => ({
	id: `as-dpop-${point}`,
	async look(context) {
		const finding = (await read(context))?.findings[point];
		if (finding?.holds === undefined) return skip(finding?.actual ?? say('no-proof'));
		const { holds, expected, actual } = finding;
		return holds ? pass({ expected, actual }) : refusePoint(point, status, { expected, actual });
	}
});

/** RFC 9449 §5.2: some clients get bound tokens only. */
const present: Rule<ProofContext> = {
	id: 'as-dpop-present',
	look({ call, application }) {
		const compared = { expected: say('a-header', 'DPoP'), actual: say('missing') };
		if (proofOf(call) !== undefined) return pass({ ...compared, actual: say('sent') });
		return call.realm.settings.policy.requireDpop || application?.requireDpop
			? refuse('invalid_dpop_proof', 'Tokens are bound to a key here: a DPoP proof is required', compared)
			: skip(say('bearer-asked-for'));
	}
};

/** The points of the proof, when there is one. */
export const proofPoints = (call: Call, status?: number): readonly Rule<ProofContext>[] =>
	proofOf(call) === undefined ? [] : points.map((point) => pointRule(point, status));

/** What a token request with or without a proof goes through: RFC 9449 §4.3, §5. */
export const proofRules = (call: Call): readonly Rule<ProofContext>[] => [present, ...proofPoints(call)];

/** RFC 9449 §10: a key that something was bound to, against the key of this request's proof. */
export function sameKey(bound: string | undefined, context: ProofContext, what: string): Verdict {
	if (bound === undefined) return skip(say('not-bound'));
	if (context.proof && !context.proof.jkt) return skip(say('proof-not-good'));
	const compared = { expected: bound, actual: provenKey(context) ?? say('no-valid-proof') };
	return provenKey(context) === bound
		? pass(compared)
		: refuse('invalid_grant', `${what} is bound to another key than the one of the proof`, compared);
}
