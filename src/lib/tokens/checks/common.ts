/** What is looked at in tokens of every kind: their form, their header, and how they are signed. */
import { isOfSecret, isKnownElsewhere, isPublicKeyAlgorithm } from '$lib/client/algorithms';
import { critCheck } from '$lib/client/critical';
import type { ServerMetadata } from '$lib/client/discovery';
import { algorithmCheck, membersCheck } from '$lib/client/id-token-claims';
import { say, sayOfToken } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import { tokenUses, type TokenUse } from '$lib/lexicon/token-uses';
import { stringOf } from '$lib/message/json-body';
import type { TokenKind } from '$lib/lexicon/token-says';
import { declaresKind, kindOfToken } from '$lib/message/token-says';
import { judgeConfusion, judgeKid, judgeOwnKey, withoutKeys } from './confusion';
import { passIf, row, skipped, type Found, type Held, type Row } from './row';

/** All uses but these. */
export const except = (...left: readonly TokenUse[]): TokenUse[] =>
	tokenUses.filter((use) => !left.includes(use));

/** The same look at an ID token, whose checks have names of their own, and at the others. */
const both = (
	ofIdToken: TokenCheckId,
	ofOthers: TokenCheckId,
	judge: (held: Held) => Found | Promise<Found>,
	others = except('id')
): Row[] => [row(ofIdToken, ['id'], { judge }), row(ofOthers, others, { judge })];

/** Where a server lists the algorithms of each kind (OIDC Discovery §3, RFC 9449 §5.1). */
const listed: Partial<Record<TokenUse, (server: ServerMetadata) => readonly string[] | undefined>> = {
	logout: (server) => server.id_token_signing_alg_values_supported,
	proof: (server) => server.dpop_signing_alg_values_supported,
	'user-info': (server) => server.userinfo_signing_alg_values_supported,
	assertion: (server) => server.token_endpoint_auth_signing_alg_values_supported,
	request: (server) => server.request_object_signing_alg_values_supported
};

/** RFC 7518 §3.6: `none` is no signature, and RFC 7515 §4.1.1 wants an `alg`: both whatever a server lists. */
function unsigned({ header }: Held): Found | undefined {
	const alg = stringOf(header, 'alg');
	const expected = sayOfToken('an-algorithm');
	if (alg === undefined) return { status: 'fail', expected, actual: say('missing') };
	return alg.toLowerCase() === 'none'
		? { status: 'fail', expected, actual: say('algorithm-none') }
		: undefined;
}

function judgeListed(held: Held, server: ServerMetadata): Found {
	const alg = stringOf(held.header, 'alg') ?? '';
	const names = listed[held.use]?.(server);
	if (!names) return skipped(sayOfToken('algorithms-not-listed'));
	const allowed = names.filter((name) => name !== 'none');
	return passIf(allowed.includes(alg), { expected: allowed.join(' '), actual: alg });
}

/** Of tokens for which no server lists algorithms. RFC 9068 §2.1 recommends a public key. */
function judgeAlgorithm({ header, use }: Held): Found {
	const alg = stringOf(header, 'alg') ?? '';
	const expected = sayOfToken('an-algorithm');
	if (isOfSecret(alg))
		return { status: use === 'access' ? 'warn' : 'pass', expected, actual: say('algorithm', alg) };
	const isKnown = isPublicKeyAlgorithm(alg) || isKnownElsewhere(alg);
	return passIf(isKnown, { expected, actual: say(isKnown ? 'algorithm' : 'algorithm-not-known', alg) });
}

const usesOfKind: Partial<Record<TokenKind['kind'], readonly TokenUse[]>> = {
	id: ['id'],
	access: ['access'],
	logout: ['logout'],
	proof: ['proof'],
	request: ['request'],
	assertion: ['assertion']
};

/** RFC 8725 §3.12: the rules of one kind refuse the tokens of another. */
function judgeKind({ token, use }: Held): Found {
	const { kind, by } = kindOfToken(token);
	const expected = sayOfToken('kind', use);
	if (kind === 'unsaid') return { status: 'skipped', expected, actual: sayOfToken('kind-unsaid') };
	const actual = sayOfToken('kind-by', kind, say('list', ...by));
	// OIDC Core §5.3.2 gives an answer of UserInfo no type of its own, and any claim may stand in it.
	if (use === 'user-info' && !declaresKind(token)) return skipped(sayOfToken('kind-unsaid'));
	if (usesOfKind[kind]?.includes(use)) return { status: 'pass', expected, actual };
	return { status: declaresKind(token) ? 'fail' : 'warn', expected, actual };
}

const signed = except('proof', 'id');

export const commonRows: readonly Row[] = [
	...both('id-token-form', 'jwt-form', () => ({ status: 'pass', actual: say('a-signed-jwt') })),
	row('jwt-kind', except('other'), { judge: judgeKind }),
	row('id-token-alg', ['id'], {
		needs: ['server'],
		alone: unsigned,
		judge: ({ token }, { server }) => algorithmCheck(token, server)
	}),
	row('jwt-alg-listed', ['logout', 'user-info', 'assertion', 'request'], {
		needs: ['server'],
		alone: unsigned,
		judge: (held, { server }) => judgeListed(held, server)
	}),
	row('jwt-alg', ['access', 'other'], { alone: unsigned, judge: judgeAlgorithm }),
	...both('id-token-signed', 'jwt-signed', async ({ signature }) => (await signature())[0], signed),
	...both('id-token-key', 'jwt-key', async ({ signature }) => (await signature())[1], signed),
	...both('id-token-signature', 'jwt-signature', async ({ signature }) => (await signature())[2], signed),
	row('jwt-confusion', except('proof'), {
		needs: ['keys'],
		alone: withoutKeys,
		judge: (held, { keys }) => judgeConfusion(held, keys.keys)
	}),
	row('jwt-own-key', except('proof'), { judge: judgeOwnKey }),
	row('jwt-kid', except('proof'), { judge: judgeKid }),
	...both('id-token-crit', 'jwt-crit', ({ header }) => critCheck(header)),
	...both('id-token-members', 'jwt-members', ({ token }) => membersCheck(token))
];
