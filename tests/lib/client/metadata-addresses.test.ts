import { describe, expect, it } from 'vitest';
import { askDiscovery, askDocument, readEndpoints } from '$lib/client/discovery';
import { metadataAddresses } from '$lib/client/metadata-addresses';
import { failures, statuses } from '../../fixtures/messages';

const openid = '.well-known/openid-configuration';
const oauth = '.well-known/oauth-authorization-server';

describe('the places where the metadata of an issuer may be', () => {
	it.each([
		['https://idp.example', [`/${openid}`, `/${oauth}`]],
		['https://idp.example/', [`/${openid}`, `/${oauth}`]],
		[
			'https://idp.example/a/b',
			[`/a/b/${openid}`, `/${oauth}/a/b`, `/${openid}/a/b`, `/a/b/${oauth}`, `/${openid}`, `/${oauth}`]
		],
		[
			'https://idp.example/a/',
			[
				`/a/${openid}`,
				`/${oauth}/a`,
				`/${openid}/a`,
				`/a/${oauth}`,
				`/${oauth}/a/`,
				`/${openid}`,
				`/${oauth}`
			]
		],
		[
			`https://idp.example/a/${openid}`,
			[`/a/${openid}`, `/${oauth}/a`, `/${openid}/a`, `/a/${oauth}`, `/${openid}`, `/${oauth}`]
		]
	])('of %s', (issuer, expected) => {
		expect(metadataAddresses(issuer).map(({ url }) => url)).toEqual(
			expected.map((path) => `https://idp.example${path}`)
		);
	});

	it.each([
		'https://idp.example',
		'https://idp.example/',
		'https://idp.example/a',
		'https://idp.example/a/b/',
		'http://localhost:9/a/'
	])('of %s begin with the two of the standards, as the library asks for them', async (issuer) => {
		const [first, second] = metadataAddresses(issuer);
		for (const [one, kind] of [
			[first, 'oidc'],
			[second, 'oauth2']
		] as const) {
			const asked = await askDiscovery(issuer, kind);
			expect(asked).toEqual(await askDocument(one?.url ?? ''));
			expect(asked.ok && asked.value.url).toBe(one?.url);
		}
	});

	it.each([
		'',
		'idp.example',
		'ftp://idp.example',
		'javascript:alert(1)',
		'https://idp.example?a=1',
		'https://u:p@idp.example'
	])('of “%s” are none', (issuer) => {
		expect(metadataAddresses(issuer)).toEqual([]);
	});

	it.each(['', 'a', 'ftp://idp.example/x', 'https://idp.example/#a'])(
		'the address “%s” is not asked',
		async (address) => {
			expect((await askDocument(address)).ok).toBe(false);
		}
	);
});

describe('endpoints in place of a document', () => {
	const needed = { authorization_endpoint: 'https://idp.example/a', token_endpoint: 'https://idp.example/t' };

	it('are taken, and nothing of a document is checked', () => {
		const { checks, value } = readEndpoints(' https://idp.example ', needed);
		expect(value).toEqual({ ...needed, issuer: 'https://idp.example' });
		expect(statuses(checks)).toEqual({
			'metadata-authorization-endpoint': 'pass',
			'metadata-token-endpoint': 'pass',
			'metadata-endpoints-are-https': 'pass',
			'metadata-jwks-uri': 'skipped'
		});
	});

	it.each([
		[
			'no token endpoint',
			{ authorization_endpoint: needed.authorization_endpoint },
			['metadata-token-endpoint']
		],
		[
			'another scheme',
			{ ...needed, token_endpoint: 'ftp://idp.example/t' },
			['metadata-endpoints-are-https']
		],
		[
			'a script',
			{ ...needed, authorization_endpoint: 'javascript:alert(1)' },
			['metadata-endpoints-are-https']
		]
	])('are refused with %s', (_, endpoints, expected) => {
		const { checks, value } = readEndpoints('https://idp.example', endpoints);
		expect(failures(checks)).toEqual(expected);
		expect(value).toBeUndefined();
	});
});
