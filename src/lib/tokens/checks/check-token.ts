import { isOfSecret } from '$lib/client/algorithms';
import { checkSignature } from '$lib/client/jws';
import type { Check } from '$lib/lexicon/check';
import { onlyKnown } from '$lib/lexicon/only-known';
import { say, sayOfToken } from '$lib/lexicon/said';
import { tokenChecks, type TokenCheckId } from '$lib/lexicon/token-checks';
import { stringOf } from '$lib/message/json-body';
import { decodeToken, formatDecodeFailure } from '$lib/message/jwt';
import { encryptionOf } from '$lib/message/token-parts';
import type { TokenContext, TokenUse } from '../context';
import { fitsSecret } from './confusion';
import { lackingOf, passIf, skipped, type Found, type Held, type Known, type Need, type Row } from './row';
import { tokenCheckTable } from './table';

export type TokenCheck = Check<TokenCheckId>;

const named = (id: TokenCheckId, { status, expected, actual }: Found): TokenCheck => ({
	id,
	status,
	...onlyKnown({ expected, actual }),
	rfc: tokenChecks[id]
});

/** What is known, without what was left empty. */
function knownOf({ server, issuer, ...context }: TokenContext): Partial<Known> {
	const { keys, audience, clientId, nonce, accessToken, code, state, subject, method, url, maxAge } = context;
	const texts = { audience, clientId, nonce, accessToken, code, state, subject, method, url };
	const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
	const acrValues = context.acrValues?.length ? context.acrValues : undefined;
	const trusted = (server?.issuer ?? issuer) || undefined;
	return { ...filled, ...onlyKnown({ keys, server, issuer: trusted, maxAge, acrValues }) };
}

function heldOf(token: Held['token'], use: TokenUse, context: TokenContext): Held {
	let looked: ReturnType<Held['signature']> | undefined;
	return {
		token,
		header: token.header,
		claims: token.claims,
		use,
		known: knownOf(context),
		...onlyKnown({ secret: context.secret }),
		now: Math.floor((context.at + (context.ahead ?? 0)) / 1000),
		isServersClock: context.ahead !== undefined,
		signature: () => (looked ??= signatureOf(token, context))
	};
}

/**
 * By a key of the set, or by the secret. Whether the client keeps one is not known here: that there is an HMAC is worth a
 * notice, and no more.
 */
async function signatureOf(
	token: Held['token'],
	{ keys, secret }: TokenContext
): ReturnType<Held['signature']> {
	const made = await checkSignature(token, keys, { confidential: true, given: true });
	const alg = stringOf(token.header, 'alg') ?? '';
	if (!isOfSecret(alg) || !secret || secret.length === 0) return made;
	const fits = (await fitsSecret(token.parts, secret, alg)) === 'fits';
	const actual = sayOfToken(fits ? 'made-with-secret' : 'made-with-another-secret', alg);
	// RFC 7518 §3.2: as long as the hash, or longer.
	const wanted = Number(alg.slice(2)) / 8;
	const key: Found =
		secret.length < wanted
			? {
					status: 'fail',
					expected: sayOfToken('secret-of-bytes', wanted),
					actual: sayOfToken('secret-too-short', secret.length)
				}
			: { status: 'pass', actual: sayOfToken('secret-given') };
	return [made[0], key, passIf(fits, { expected: say('valid'), actual })];
}

/** What is not known, in words that say what to give. */
const lackOf = (need: Need, use: TokenUse): Found => skipped(sayOfToken('not-told', need, use));

async function judge({ id, needs, ...row }: Row, held: Held): Promise<TokenCheck> {
	const alone = row.alone(held);
	if (alone) return named(id, alone);
	const [lack] = lackingOf({ needs }, held.known);
	return named(id, lack === undefined ? await row.judge(held) : lackOf(lack, held.use));
}

/** That it cannot be read. What is encrypted is no fault: who has the key opens it first. */
function unreadable(text: string, use: TokenUse, actual: NonNullable<Found['actual']>): TokenCheck {
	// RFC 9449 §4.3: two headers arrive joined by a comma, and may look like one token of five parts.
	if (use === 'proof' && text.includes(','))
		return named('proof-single', {
			status: 'fail',
			expected: say('a-signed-jwt'),
			actual: sayOfToken('two-proofs')
		});
	const id = use === 'id' ? 'id-token-form' : 'jwt-form';
	const encryption = encryptionOf(text);
	const expected = say('a-signed-jwt');
	return encryption
		? named(id, { status: 'warn', expected, actual: say('encrypted-with', encryption.alg, encryption.enc) })
		: named(id, { status: 'fail', expected, actual });
}

/**
 * Every check of a token as one of this kind, in the order of the table. What is not in the context is not known: what
 * needs it is skipped and says so. One that cannot be read has one check, of its form. Never throws.
 * @see [RFC 7519 §7.2](https://www.rfc-editor.org/rfc/rfc7519#section-7.2)
 */
export async function checkToken(text: string, use: TokenUse, context: TokenContext): Promise<TokenCheck[]> {
	const decoded = decodeToken(text);
	if (!decoded.ok) return [unreadable(text, use, formatDecodeFailure(decoded.failure))];
	const held = heldOf(decoded.value, use, context);
	const rows = tokenCheckTable.filter(({ uses }) => uses.includes(use));
	return Promise.all(rows.map((row) => judge(row, held)));
}
