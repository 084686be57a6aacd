/** A client that proves itself with a JWT of its own: RFC 7523 §2.2, known as `private_key_jwt`. */
import { say, type Said } from '$lib/lexicon/said';
import { endpoint, type Call } from './call';
import { audiencesOf, isSignedBy, readClientJwt, timeFault } from './client-keys';
import { sawBefore } from './replay-cache';
import type { Application } from './settings';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Seconds. An assertion has to be short-lived: it is remembered that long. */
const longest = 3_600;

interface Fault {
	expected: Said;
	actual: Said;
}

/**
 * What is wrong with the assertion, or undefined. Good for one use.
 * @see [RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3)
 */
export async function assertionFault(
	call: Call,
	application: Application,
	assertion: string
): Promise<Fault | undefined> {
	const jwt = readClientJwt(assertion);
	if (!jwt || !(await isSignedBy(application, jwt)))
		return { expected: say('by-registered-key'), actual: say('by-no-registered-key') };
	const { iss, sub, jti, exp } = jwt.claims;
	const { clientId } = application;
	if (iss !== clientId || sub !== clientId)
		return {
			expected: say('list', say('named', 'iss', clientId), say('named', 'sub', clientId)),
			actual: say('another', iss === clientId ? 'sub' : 'iss')
		};
	// RFC 9126 §2: the issuer, the token endpoint and the endpoint itself are all accepted.
	const { issuer } = call.realm;
	const own = [issuer, endpoint(call.realm, '/token'), call.url.origin + call.url.pathname];
	const audiences = audiencesOf(jwt.claims);
	if (!audiences.some((one) => own.includes(one)))
		return {
			expected: say('named', 'aud', issuer),
			actual: say(audiences.length === 0 ? 'without' : 'another', 'aud')
		};
	const late = timeFault(jwt.claims, call.now);
	if (late !== undefined || typeof exp !== 'number')
		return { expected: say('good'), actual: late?.found ?? say('without', 'exp') };
	if (exp > call.now / 1_000 + longest)
		return { expected: say('good-for-at-most', longest), actual: say('until', exp) };
	if (typeof jti !== 'string' || jti === '' || jti.length > 300)
		return { expected: 'jti', actual: say('unusable') };
	const seen = await sawBefore(call, 'assertion', `${clientId} ${jti}`, (exp + 60) * 1_000);
	return seen ? { expected: say('unused'), actual: say('used-before') } : undefined;
}
