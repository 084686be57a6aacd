import { beforeAll, describe, expect, it } from 'vitest';
import { checkChallenge, checkDerived } from '$lib/client/challenge';
import { readDiscovery } from '$lib/client/discovery';
import { checkIssuer } from '$lib/client/issuer';
import { readIntrospection } from '$lib/client/introspection';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { idTokenLibraryCheck } from '$lib/client/id-token-library';
import { readSecuredResponse } from '$lib/client/jarm';
import { readKeySet } from '$lib/client/key-set';
import { readApi, readUserInfo } from '$lib/client/protected-resource';
import { readLogoutReturn } from '$lib/client/logout';
import { readPushed } from '$lib/client/pushed-authorization';
import { readRefreshResponse } from '$lib/client/refresh';
import { readRevocation } from '$lib/client/revocation';
import { readTokenResponse } from '$lib/client/token';
import { tokenLibraryCheck } from '$lib/client/token-verdict';
import { checkVerifier } from '$lib/client/verifier';
import type { Check } from '$lib/lexicon/check';
import { clientChecks } from '$lib/lexicon/client-checks';
import { answer, readCallback } from '../../fixtures/messages';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	halfHash,
	idTokenClaims,
	issuer,
	now,
	nonce,
	signToken,
	subject
} from '../../fixtures/tokens';
import { callbackUrl, challenge, code, metadata, state, verifier } from '../../fixtures/walk';

/** Every reading of the client, once as it should be and once as wrong as it can be. */
async function readings(): Promise<Check[]> {
	const signer = await createSigner('ES256');
	const claims = { ...idTokenClaims(), nbf: now, azp: clientId, at_hash: halfHash('at-1', 'sha256') };
	const goodToken = await signToken(signer, claims);
	const badClaims = { azp: 'x', nbf: now + 99, at_hash: 'x' };
	const badToken = forgeToken({ alg: 'ES384', kid: 'unknown' }, badClaims, 'c2ln');
	const unsigned = forgeToken({ alg: 'none' }, {});
	const odd = forgeToken({ alg: 'ES256', crit: ['x'], x: 1 }, '{"exp":"1","sub":"a","sub":"b"}', 'c2ln');
	const context: IdTokenContext = {
		server: metadata,
		clientId,
		nonce,
		accessToken: 'at-1',
		keySet: { keys: [signer.publicJwk] } as IdTokenContext['keySet'],
		at,
		kind: 'code'
	};
	const typed = forgeToken({ alg: 'ES256', typ: 'at+jwt' }, {}, 'c2ln');
	const untyped = forgeToken({ alg: 'ES256' }, {}, 'c2ln');
	const good = { access_token: typed, token_type: 'Bearer', expires_in: 60, scope: 'openid offline_access' };
	const scope = 'openid offline_access';
	const jarm = { server: metadata, clientId, keySet: context.keySet, at };
	const securedGood = await signToken(signer, { iss: issuer, aud: clientId, exp: now + 60, code: 'c' });
	const securedBad = forgeToken({ alg: 'none' }, { iss: 'x', aud: 'x', exp: 1 });
	const keys = answer({ keys: [signer.publicJwk] });
	const remembered = { server: metadata, clientId, state, earlierCodes: [] };
	const before = { refresh_token: 'rt-1', id_token: goodToken };
	const signed = (token: string) => answer(token, { type: 'application/jwt' });
	const page = answer('<html>', { type: 'text/html' });
	const logoutSent = 'https://idp.example/out?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&state=s';
	const refused = answer('<html>', { status: 500, type: 'text/html' });
	const thin = { issuer: 'https://x.example', token_endpoint: 'http://x.example' };
	return [
		...checkIssuer(issuer),
		...checkIssuer('http://idp.example?x=1'),
		...(await readDiscovery({ issuer, scope: 'openid' }, answer(metadata))).checks,
		...(
			await readDiscovery(
				{ issuer, scope: 'x' },
				answer({ ...thin, scopes_supported: [], userinfo_endpoint: 1 })
			)
		).checks,
		...(await readDiscovery({ issuer, scope: '' }, answer({ issuer }))).checks,
		...(await readDiscovery({ issuer: `${issuer}/`, scope: '' }, answer(metadata))).checks,
		...(await readDiscovery({ issuer, scope: '' }, refused)).checks,
		...(await readDiscovery({ issuer, scope: '' }, page)).checks,
		...checkVerifier(verifier),
		...checkVerifier('ä'),
		...checkChallenge(verifier, 'S256'),
		...checkChallenge('short', 'plain'),
		await checkDerived(verifier, challenge, 'S256'),
		await checkDerived('another', challenge, 'S256'),
		...readCallback(callbackUrl(), remembered).checks,
		...readCallback(`${callbackUrl({ state: 'x', iss: 'x', error: 'x' })}&state=y`, {
			...remembered,
			earlierCodes: [code]
		}).checks,
		...readCallback('https://app.example/', remembered).checks,
		...readTokenResponse(answer({ ...good, id_token: goodToken, refresh_token: 'r' }), { scope }).checks,
		...readTokenResponse(refused, { scope }).checks,
		...readTokenResponse(page, { scope }).checks,
		...readTokenResponse({ ...answer({ access_token: untyped, scope: 'x' }), headers: [] }, { scope }).checks,
		...readTokenResponse(answer({}), { scope }).checks,
		...readTokenResponse(answer({ ...good, token_type: 'DPoP' }), { scope, dpop: true }).checks,
		...readTokenResponse(answer(good), { scope, dpop: true }).checks,
		...readPushed(answer({ request_uri: 'urn:x', expires_in: 60 }, { status: 201 })).checks,
		...readPushed(answer({ expires_in: 0 })).checks,
		...(await readSecuredResponse(securedGood, jarm)).checks,
		...(await readSecuredResponse(securedBad, jarm)).checks,
		...(await readSecuredResponse('x', jarm)).checks,
		await tokenLibraryCheck(metadata, clientId, answer(good), { at, kind: 'code' }),
		await tokenLibraryCheck(metadata, clientId, refused, { at, kind: 'code' }),
		...(await checkIdToken(goodToken, context)),
		...(await checkIdToken(badToken, context)),
		...(await checkIdToken(unsigned, context)),
		...(await checkIdToken(odd, context)),
		...(await checkIdToken(`${goodToken.slice(0, -8)}AAAAAAAA`, context)),
		...(await checkIdToken('rubbish', context)),
		await idTokenLibraryCheck(answer({ ...good, access_token: 'at-1', id_token: goodToken }), keys, context),
		await idTokenLibraryCheck(answer({ ...good, id_token: badToken }), keys, context),
		...readKeySet(keys).checks,
		...readKeySet(refused).checks,
		...readKeySet(page).checks,
		...readApi(answer('[]')).checks,
		...readApi(answer('', { status: 401, headers: [['www-authenticate', 'Bearer']] })).checks,
		...readApi(answer('', { status: 401 })).checks,
		...(await readUserInfo(metadata, clientId, subject, answer({ sub: subject }), at)).checks,
		...(await readUserInfo(metadata, clientId, subject, refused, at)).checks,
		...(await readUserInfo(metadata, clientId, subject, signed(goodToken), at, context.keySet)).checks,
		...(await readUserInfo(metadata, clientId, subject, signed(badToken), at, context.keySet)).checks,
		...readRefreshResponse(answer({ ...good, id_token: goodToken, refresh_token: 'rt-2' }), before).checks,
		...readRefreshResponse(answer({ ...good, id_token: unsigned }), before).checks,
		...(await readIntrospection(metadata, clientId, answer({ active: true }))).checks,
		...(await readIntrospection(metadata, clientId, refused)).checks,
		...(await readIntrospection(metadata, clientId, answer({ active: 'yes' }))).checks,
		...readLogoutReturn('https://app.example/?state=s', logoutSent),
		...readLogoutReturn('https://other.example/?state=x', logoutSent),
		...readRevocation(answer('')).checks,
		...readRevocation(refused).checks
	];
}

describe('every check of the client', () => {
	let checks: Check[];
	beforeAll(async () => {
		checks = await readings();
	});

	it.each(Object.keys(clientChecks))('%s is made, and can pass and not pass', (id) => {
		const statuses = checks.filter((check) => check.id === id).map(({ status }) => status);
		expect(statuses).toContain('pass');
		expect(statuses.some((status) => status === 'fail' || status === 'warn')).toBe(true);
	});

	it('says what was found whenever it does not pass', () => {
		const silent = checks.filter(({ status, actual }) => status !== 'pass' && actual === undefined);
		expect(silent.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
	});
});
