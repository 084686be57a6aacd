import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askDiscovery, readDiscovery } from '$lib/client/discovery';
import type { DiscoveryKind } from '$lib/client/metadata-addresses';
import { checkIssuer } from '$lib/client/issuer';
import { say } from '$lib/lexicon/said';
import type { HttpResponse } from '$lib/wire/http';
import { answer, failures, statuses } from '../../fixtures/messages';
import { metadata } from '../../fixtures/walk';
import { issuer } from '../../fixtures/tokens';

const urlOf = async (text: string, kind: DiscoveryKind = 'oidc'): Promise<string> => {
	const asked = await askDiscovery(text, kind);
	return asked.ok ? asked.value.url : asked.failure.reason;
};
const read = (response: HttpResponse, wanted = { issuer, scope: 'openid' }) =>
	readDiscovery(wanted, response);

describe('askDiscovery', () => {
	it.each<[DiscoveryKind, string, string]>([
		['oidc', 'https://idp.example', 'https://idp.example/.well-known/openid-configuration'],
		['oidc', 'https://idp.example/', 'https://idp.example/.well-known/openid-configuration'],
		['oidc', 'https://idp.example/tenant/a', 'https://idp.example/tenant/a/.well-known/openid-configuration'],
		['oidc', 'https://idp.example/tenant/', 'https://idp.example/tenant/.well-known/openid-configuration'],
		['oidc', ' https://idp.example ', 'https://idp.example/.well-known/openid-configuration'],
		['oidc', 'http://localhost:5173/idp', 'http://localhost:5173/idp/.well-known/openid-configuration'],
		['oauth2', 'https://idp.example', 'https://idp.example/.well-known/oauth-authorization-server'],
		[
			'oauth2',
			'https://idp.example/tenant/a',
			'https://idp.example/.well-known/oauth-authorization-server/tenant/a'
		]
	])('%s of %j is %s', async (kind, text, url) => {
		expect(await urlOf(text, kind)).toBe(url);
	});

	it('is a GET that accepts JSON and carries nothing else', async () => {
		expect(await askDiscovery(issuer, 'oidc')).toEqual({
			ok: true,
			value: {
				method: 'GET',
				url: `${issuer}/.well-known/openid-configuration`,
				headers: [['accept', 'application/json']]
			}
		});
	});

	it.each([
		['', 'field-empty'],
		['   ', 'field-empty'],
		['idp.example', 'url-malformed'],
		['htps://idp.example', 'url-scheme-refused'],
		['https:/', 'url-malformed'],
		['ftp://idp.example', 'url-scheme-refused'],
		['javascript:alert(1)', 'url-scheme-refused'],
		['https://idp.example?tenant=1', 'url-malformed'],
		['https://idp.example#x', 'url-malformed']
	])('refuses %j: %s', async (text, reason) => {
		expect(await urlOf(text)).toBe(reason);
	});
});

describe('readDiscovery', () => {
	it('takes a good document', async () => {
		const { checks, value } = await read(answer(metadata));
		expect(value).toEqual(metadata);
		expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['pass']));
	});

	it('keeps members that it does not know', async () => {
		const { value } = await read(
			answer({ ...metadata, decision_log_endpoint: `${issuer}/decisions`, x: [1] })
		);
		expect(value).toMatchObject({ decision_log_endpoint: `${issuer}/decisions`, x: [1] });
	});

	it.each([
		['HTML', answer('<!doctype html><title>Sign in</title>', { type: 'text/html' }), ['metadata-is-json']],
		['an empty body', answer(''), ['metadata-is-json']],
		['text', answer('Not found'), ['metadata-is-json']],
		['a list', answer([metadata]), ['metadata-is-json']],
		['null', answer('null'), ['metadata-is-json']],
		['404', answer('<html>', { status: 404 }), ['metadata-status']],
		['404 with a document', answer(metadata, { status: 404 }), ['metadata-status']],
		['500', answer({ error: 'server_error' }, { status: 500 }), ['metadata-status']],
		['another issuer', answer({ ...metadata, issuer: 'https://evil.example' }), ['metadata-issuer']],
		['no issuer', answer({ ...metadata, issuer: undefined }), ['metadata-issuer']],
		['an issuer that is a number', answer({ ...metadata, issuer: 1 }), ['metadata-issuer']],
		[
			'no authorization endpoint',
			answer({ ...metadata, authorization_endpoint: undefined }),
			['metadata-authorization-endpoint']
		],
		['no token endpoint', answer({ ...metadata, token_endpoint: undefined }), ['metadata-token-endpoint']],
		[
			'a token endpoint that is null',
			answer({ ...metadata, token_endpoint: null }),
			['metadata-token-endpoint']
		],
		[
			'a script as authorization endpoint',
			answer({ ...metadata, authorization_endpoint: 'javascript:alert(1)' }),
			['metadata-endpoints-are-https']
		],
		[
			'an endpoint that is not of the web',
			answer({ ...metadata, token_endpoint: 'ftp://idp.example/token' }),
			['metadata-endpoints-are-https']
		]
	])('refuses %s', async (_, response, expected) => {
		const { checks, value } = await read(response);
		expect(failures(checks)).toEqual(expected);
		expect(value).toBeUndefined();
	});

	it('warns of an endpoint in plain http: whether something goes there is asked before it goes', async () => {
		const { checks, value } = await read(answer({ ...metadata, token_endpoint: 'http://idp.example/token' }));
		expect(statuses(checks)['metadata-endpoints-are-https']).toBe('warn');
		expect(value?.token_endpoint).toBe('http://idp.example/token');
	});

	it('says which member has the wrong type', async () => {
		const { checks } = await read(answer({ ...metadata, scopes_supported: 'openid' }));
		expect(checks.find(({ id }) => id === 'metadata-types')?.actual).toEqual(
			say('list', say('named', 'scopes_supported', 'openid'))
		);
	});

	it.each([
		['https://idp.example', 'https://idp.example/'],
		['https://idp.example/', 'https://idp.example']
	])('goes on when %s is %s in the document, and fails the issuer', async (typed, documented) => {
		const { checks, value } = await read(answer({ ...metadata, issuer: documented }), {
			issuer: typed,
			scope: ''
		});
		expect(failures(checks)).toEqual(['metadata-issuer']);
		expect(value?.issuer).toBe(documented);
	});

	it('refuses another path, however alike', async () => {
		for (const typed of [`${issuer}/A`, `${issuer}/a/b`, `${issuer}/a?x=1`, issuer]) {
			const { checks } = await read(answer({ ...metadata, issuer: `${issuer}/a/` }), {
				issuer: typed,
				scope: ''
			});
			expect(failures(checks)).toEqual(['metadata-issuer']);
		}
	});

	it('reads an answer to an issuer that is no URL', async () => {
		const { checks } = await read(answer(metadata), { issuer: 'rubbish', scope: '' });
		expect(failures(checks)).toEqual(['metadata-issuer']);
	});

	it('warns of what a document leaves out, and goes on', async () => {
		const { issuer: name, authorization_endpoint, token_endpoint } = metadata;
		const { checks, value } = await read(answer({ issuer: name, authorization_endpoint, token_endpoint }));
		expect(value).toBeDefined();
		expect(statuses(checks)).toMatchObject({
			'metadata-jwks-uri': 'warn',
			'metadata-supports-code': 'warn',
			'metadata-supports-s256': 'warn',
			'metadata-supports-public-clients': 'warn',
			'metadata-supports-iss': 'warn',
			'metadata-supports-scopes': 'skipped'
		});
	});

	it('warns of scopes that the server does not list', async () => {
		const { checks } = await read(answer(metadata), { issuer, scope: 'openid  admin' });
		expect(checks.find(({ id }) => id === 'metadata-supports-scopes')).toMatchObject({
			status: 'warn',
			actual: say('not-listed', 'admin')
		});
	});

	it('reads any body', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
				expect((await read(answer(body))).checks.length).toBeGreaterThan(1);
			})
		);
	});
});

describe('checkIssuer', () => {
	it.each([
		['https://idp.example', 'pass', 'pass'],
		['http://localhost:4000', 'pass', 'pass'],
		['http://idp.example', 'pass', 'fail'],
		['javascript:alert(1)', 'pass', 'fail'],
		['https://idp.example?x=1', 'fail', 'pass'],
		['idp.example', 'fail', 'skipped'],
		['', 'fail', 'skipped']
	])('%j', (text, isUrl, isHttps) => {
		expect(statuses(checkIssuer(text))).toEqual({ 'issuer-is-url': isUrl, 'issuer-is-https': isHttps });
	});

	it('warns of plain http where there is a yes to the host, and to no other host', () => {
		const statusAt = (issuer: string) => statuses(checkIssuer(issuer, ['keycloak.local']))['issuer-is-https'];
		expect(statusAt('http://keycloak.local:8080/realms/a')).toBe('warn');
		expect(statusAt('http://other.local')).toBe('fail');
		expect(statusAt('ftp://keycloak.local')).toBe('fail');
	});
});
