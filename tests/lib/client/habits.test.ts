/** What real servers do otherwise than the standards, or in ways seldom tested: what is said of it, and what goes on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { askDiscovery, readDiscovery } from '$lib/client/discovery';
import { shown } from '$lib/message/json-body';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { idTokenLibraryCheck } from '$lib/client/id-token-library';
import { isVerified } from '$lib/flow/verified';
import { readKeySet, type KeySet } from '$lib/client/key-set';
import { readUserInfo } from '$lib/client/protected-resource';
import { readPushed } from '$lib/client/pushed-authorization';
import { say } from '$lib/lexicon/said';
import type { HttpResponse } from '$lib/wire/http';
import { answer, failures, readCallback, statuses } from '../../fixtures/messages';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	idTokenClaims,
	issuer,
	nonce,
	signToken,
	subject,
	type Signer
} from '../../fixtures/tokens';
import { callbackUrl, metadata, state } from '../../fixtures/walk';

const discover = (body: unknown, typed = issuer) =>
	readDiscovery({ issuer: typed, scope: 'openid' }, answer(body));

describe('metadata', () => {
	it.each([
		['scopes_supported', 'openid profile'],
		['scopes_supported', null],
		['code_challenge_methods_supported', [256]],
		['authorization_response_iss_parameter_supported', 'true'],
		['userinfo_endpoint', null],
		['jwks_uri', 7],
		['revocation_endpoint', ['https://idp.example/revoke']],
		['pushed_authorization_request_endpoint', false],
		['userinfo_signing_alg_values_supported', 'RS256']
	])('goes on without an optional %s that is %j, and says so', async (name, wrong) => {
		const { checks, value } = await discover({ ...metadata, [name]: wrong });
		expect(failures(checks)).toEqual([]);
		expect(checks.find(({ id }) => id === 'metadata-types')).toMatchObject({
			status: 'warn',
			actual: say('list', say('named', name, shown(wrong)))
		});
		expect(value).toMatchObject({ issuer, token_endpoint: metadata.token_endpoint });
		expect(value).not.toHaveProperty(name);
	});

	it('goes on when an endpoint that the walk can do without is no https URL', async () => {
		for (const userinfo_endpoint of ['http://idp.example/userinfo', '/userinfo', '']) {
			const { checks, value } = await discover({ ...metadata, userinfo_endpoint });
			expect(statuses(checks)['metadata-endpoints-are-https']).toBe('warn');
			expect(value).toBeDefined();
		}
	});

	it.each([
		['https://idp.example/application/o/app', 'https://idp.example/application/o/app/'],
		['https://idp.example/realm/', 'https://idp.example/realm'],
		['https://idp.example/.well-known/openid-configuration', 'https://idp.example'],
		['https://idp.example/a/.well-known/openid-configuration', 'https://idp.example/a/'],
		['https://idp.example/.well-known/oauth-authorization-server/a', 'https://idp.example/a'],
		['https://idp.example', 'https://idp.example/'],
		['https://IDP.example/realm', 'https://idp.example/realm'],
		['HTTPS://idp.example/realm', 'https://idp.example/realm'],
		['https://idp.example/realm', 'https://idp.example:443/realm'],
		['https://idp.example:443', 'https://idp.example/'],
		['http://localhost:80/realm/', 'http://localhost/realm']
	])(
		'goes on with %s for %s, which lead to one document, and fails the issuer',
		async (typed, documented) => {
			const { checks, value } = await discover({ ...metadata, issuer: documented }, typed);
			expect(failures(checks)).toEqual(['metadata-issuer']);
			expect(checks.filter(({ id }) => id.startsWith('metadata-issuer'))).toMatchObject([
				{ expected: typed, actual: documented }
			]);
			expect(value?.issuer).toBe(documented);
		}
	);

	it.each([
		['https://idp.example/realm', 'https://idp.example'],
		['https://idp.example/realm', 'https://idp.example/Realm'],
		['https://idp.example/realm', 'http://idp.example/realm'],
		['https://idp.example', 'https://idp.example:8443'],
		['https://idp.example', 'https://idp.example/?a'],
		['https://idp.example', 'https://www.idp.example'],
		['https://idp.example', 'https://idp.example.evil.example'],
		['https://idp.example', 'idp.example'],
		['https://idp.example', '']
	])('stops at %s, which calls itself %s: another issuer', async (typed, documented) => {
		const { checks, value } = await discover({ ...metadata, issuer: documented }, typed);
		expect(failures(checks)).toEqual(['metadata-issuer']);
		expect(value).toBeUndefined();
	});

	it.each([
		['oidc', 'https://idp.example/a/.well-known/openid-configuration'],
		['oauth2', 'https://idp.example/.well-known/oauth-authorization-server/a']
	] as const)('asks for the %s document by its own address', async (kind, typed) => {
		expect(await askDiscovery(typed, kind)).toMatchObject({ ok: true, value: { url: typed } });
	});

	it.each([
		['https://login.example/{tenantid}/v2.0', 'https://login.evil.example/common/v2.0'],
		['https://login.example/{tenantid}/v2.0', 'https://login.example/a/b/v2.0'],
		['https://login.example/{tenantid}/v2.0', 'https://login.example/../v2.0'],
		['https://login.example/a{tenantid}', 'https://login.example/ab'],
		['https://login.example/{tenantid}b', 'https://login.example/ab'],
		['https://{tenantid}', 'https://honest.example'],
		['https://{tenantid}/', 'https://honest.example/'],
		['https://{tenantid}/v2.0', 'https://honest.example/v2.0'],
		['https://{tenantid}.example', 'https://honest.example'],
		['https://honest.{tenantid}', 'https://honest.example'],
		['{tenantid}://honest.example', 'https://honest.example'],
		['https:{tenantid}', 'https:honest.example']
	])('refuses the template %s for %s', async (documented, typed) => {
		const { checks, value } = await discover({ ...metadata, issuer: documented }, typed);
		expect(failures(checks)).toContain('metadata-issuer');
		expect(value).toBeUndefined();
	});
});

describe('an issuer for all tenants', () => {
	const template = 'https://login.example/{tenantid}/v2.0';
	const tenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
	const own = `https://login.example/${tenant}/v2.0`;
	let signer: Signer;
	beforeAll(async () => {
		signer = await createSigner('RS256');
	});

	it('is taken from its template', async () => {
		const { checks, value } = await discover(
			{ ...metadata, issuer: template },
			'https://login.example/common/v2.0'
		);
		expect(failures(checks)).toEqual(['metadata-issuer']);
		expect(value?.issuer).toBe(template);
	});

	it('is that of the tenant which was asked for by name', async () => {
		const { checks, value } = await discover({ ...metadata, issuer: template }, own);
		expect(failures(checks)).toEqual(['metadata-issuer']);
		expect(value?.issuer).toBe(own);
		const other = `https://login.example/other/v2.0`;
		const token = await signToken(signer, { ...idTokenClaims(), iss: other, tid: 'other' });
		const context = contextOf([signer], { server: { ...metadata, issuer: value?.issuer ?? '' } });
		expect(failures(await readIdToken(token, context))).toEqual(['id-token-iss', 'id-token-library']);
	});

	it.each([
		[template, own, []],
		[template, `https://evil.example/${tenant}/v2.0`, ['callback-issuer', 'callback-library']],
		['https://{tenantid}', 'https://honest.example', ['callback-issuer', 'callback-library']],
		['https://a.{tenantid}', 'https://a.example', ['callback-issuer', 'callback-library']]
	])('%s, answers with iss %s', (documented, iss, expected) => {
		const server = { ...metadata, issuer: documented };
		const remembered = { server, clientId, state, earlierCodes: [] };
		expect(failures(readCallback(callbackUrl({ iss }), remembered).checks)).toEqual(expected);
	});

	it.each([
		['its own tenant', own, tenant, []],
		['another tenant than it names', own, 'other', ['id-token-iss', 'id-token-library']],
		['another host', `https://evil.example/${tenant}/v2.0`, tenant, ['id-token-iss', 'id-token-library']],
		['no tenant', own, undefined, ['id-token-iss', 'id-token-library']]
	])('issues an ID token of %s', async (_, iss, tid, expected) => {
		const token = await signToken(signer, { ...idTokenClaims(), iss, ...(tid ? { tid } : {}) });
		const context = contextOf([signer], { server: { ...metadata, issuer: template } });
		expect(failures(await readIdToken(token, context))).toEqual(expected);
	});

	it('of any host issues no ID token', async () => {
		const token = await signToken(signer, {
			...idTokenClaims(),
			iss: 'https://evil.example',
			tid: 'evil.example'
		});
		const context = contextOf([signer], { server: { ...metadata, issuer: 'https://{tenantid}' } });
		expect(failures(await readIdToken(token, context))).toEqual(['id-token-iss', 'id-token-library']);
	});
});

const contextOf = (signers: Signer[], changes: Partial<IdTokenContext> = {}): IdTokenContext => ({
	server: metadata,
	clientId,
	nonce,
	accessToken: 'at-1',
	keySet: readKeySet(answer({ keys: signers.map(({ publicJwk }) => publicJwk) })).value as KeySet,
	at,
	kind: 'code',
	...changes
});

const readIdToken = async (token: string, context: IdTokenContext) => [
	...(await checkIdToken(token, context)),
	await idTokenLibraryCheck(
		answer({ access_token: 'at-1', token_type: 'bearer', id_token: token }),
		answer(context.keySet),
		context
	)
];

describe('ID tokens', () => {
	it.each(['ES256', 'PS256', 'EdDSA', 'RS512'])(
		'of alg %s are verified when the metadata names no algorithm',
		async (alg) => {
			const signer = await createSigner(alg);
			const { id_token_signing_alg_values_supported: _, ...server } = metadata;
			const context = contextOf([signer], { server });
			const checks = await readIdToken(await signToken(signer, idTokenClaims()), context);
			expect(statuses(checks)['id-token-alg']).toBe('warn');
			expect(isVerified(checks)).toBe(true);
		}
	);

	it('without an algorithm in the metadata are still refused unsigned', async () => {
		const { id_token_signing_alg_values_supported: _, ...server } = metadata;
		for (const alg of ['none', 'HS256']) {
			const checks = await readIdToken(
				forgeToken({ alg }, idTokenClaims(), 'c2ln'),
				contextOf([], { server })
			);
			expect(failures(checks)).toContain('id-token-alg');
		}
	});

	it('say EdDSA where the key says Ed25519, and the other way', async () => {
		const signer = await createSigner('EdDSA');
		const named: Signer = { ...signer, publicJwk: { ...signer.publicJwk, alg: 'Ed25519' } };
		const checks = await checkIdToken(await signToken(signer, idTokenClaims()), contextOf([named]));
		expect(statuses(checks)['id-token-signature']).toBe('pass');
	});

	it('without kid: the key is told apart by its signature, and the missing kid is warned of', async () => {
		const signers = await Promise.all(['a', 'b', 'c'].map((kid) => createSigner('ES256', kid)));
		for (const signer of signers) {
			const token = await signToken(signer, idTokenClaims(), {});
			const checks = await checkIdToken(token, contextOf(signers));
			expect(statuses(checks)).toMatchObject({ 'id-token-key': 'warn', 'id-token-signature': 'pass' });
			expect(checks.find(({ id }) => id === 'id-token-key')?.actual).toEqual(
				say('key-tried', signer.publicJwk.kid, 3)
			);
			expect(isVerified(checks)).toBe(true);
		}
		const stranger = await signToken(await createSigner('ES256', 'a'), idTokenClaims(), {});
		expect(statuses(await checkIdToken(stranger, contextOf(signers)))['id-token-signature']).toBe('fail');
	});

	it('with a kid that no key has: a key without any is tried', async () => {
		const signer = await createSigner('RS256', 'a');
		const { kid: _, ...bare } = signer.publicJwk;
		const checks = await checkIdToken(
			await signToken(signer, idTokenClaims()),
			contextOf([], { keySet: { keys: [bare] } as KeySet })
		);
		expect(statuses(checks)).toMatchObject({ 'id-token-key': 'fail', 'id-token-signature': 'pass' });
	});
});

describe('pushed requests', () => {
	it.each([
		['200', answer({ request_uri: 'urn:x', expires_in: 60 }), ['par-status']],
		[
			'a lifetime as text',
			answer({ request_uri: 'urn:x', expires_in: '60' }, { status: 201 }),
			['par-expires-in']
		],
		['no lifetime', answer({ request_uri: 'urn:x' }, { status: 201 }), ['par-expires-in']]
	])('are usable in spite of %s, which fails', (_, response, expected) => {
		const { checks, value } = readPushed(response);
		expect(failures(checks)).toEqual(expected);
		expect(value).toMatchObject({ request_uri: 'urn:x' });
	});
});

describe('an issuer in another spelling', () => {
	let signer: Signer;
	beforeAll(async () => {
		signer = await createSigner('RS256');
	});
	const spellings = [
		`${issuer}/`,
		issuer.replace('https', 'HTTPS'),
		issuer.toUpperCase(),
		issuer.replace(/^(https:\/\/[^/]+)/, '$1:443'),
		`${issuer}/.well-known/openid-configuration`
	];

	it.each(spellings)('fails in the callback: %s', (iss) => {
		const remembered = { server: metadata, clientId, state, earlierCodes: [] };
		const { checks, code } = readCallback(callbackUrl({ iss }), remembered);
		expect(failures(checks)).toEqual(['callback-issuer', 'callback-library']);
		expect(code).toBeDefined();
	});

	it.each(spellings)('fails in the ID token: %s', async (iss) => {
		const token = await signToken(signer, { ...idTokenClaims(), iss });
		expect(failures(await readIdToken(token, contextOf([signer])))).toEqual([
			'id-token-iss',
			'id-token-library'
		]);
	});
});

describe('callbacks', () => {
	it('with members of the provider’s own pass', () => {
		const own = { session_state: 'x', authuser: '0', hd: 'example', scope: 'openid', client_info: 'e30' };
		const remembered = { server: metadata, clientId, state, earlierCodes: [] };
		expect(failures(readCallback(callbackUrl(own), remembered).checks)).toEqual([]);
	});
});

describe('UserInfo as a signed JWT', () => {
	let signer: Signer;
	let keySet: KeySet;
	beforeAll(async () => {
		signer = await createSigner('RS256');
		keySet = { keys: [signer.publicJwk] } as KeySet;
	});
	const jwt = (token: string) => answer(token, { type: 'application/jwt' });
	const read = (response: HttpResponse, keys: KeySet | undefined = keySet) =>
		readUserInfo(metadata, clientId, subject, response, at, keys);

	it.each([
		['with iss and aud', { iss: issuer, aud: clientId }],
		['with the claims alone', {}]
	])('is verified and read: %s', async (_, more) => {
		const { checks, value } = await read(
			jwt(await signToken(signer, { sub: subject, name: 'Erin', ...more }))
		);
		expect(failures(checks)).toEqual([]);
		expect(statuses(checks)).toMatchObject({ 'userinfo-sub': 'pass', 'userinfo-signature': 'pass' });
		expect(value).toMatchObject({ sub: subject, name: 'Erin' });
	});

	it('of somebody else is refused', async () => {
		const stranger = await createSigner('RS256');
		const { checks, value } = await read(jwt(await signToken(stranger, { sub: subject })));
		expect(failures(checks)).toEqual(['userinfo-signature']);
		expect(value).toBeUndefined();
	});

	it('is shown without the keys, and said to be unverified', async () => {
		const token = await signToken(signer, { sub: subject });
		const { checks, value } = await readUserInfo(metadata, clientId, subject, jwt(token), at);
		expect(statuses(checks)['userinfo-signature']).toBe('skipped');
		expect(value).toEqual({ sub: subject });
	});

	it('that is encrypted is told apart', async () => {
		const { checks } = await read(jwt('a.b.c.d.e'));
		expect(checks.find(({ id }) => id === 'userinfo-sub')?.actual).toEqual(say('encrypted'));
	});
});
