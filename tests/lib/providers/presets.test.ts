import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictions } from '$lib/providers/contradictions';
import type { Preset } from '$lib/providers/preset';
import { issuerOf } from '$lib/providers/preset-issuer';
import { fitsPreset, presetValues } from '$lib/providers/preset-values';
import { presetOf, presets, providerOf } from '$lib/providers/providers';

function preset(id: string): Preset {
	const found = presetOf(id);
	if (!found) throw new Error(`no preset ${id}`);
	return found;
}

const issuer = (id: string, values: Record<string, string>): string => {
	const result = issuerOf(preset(id), values);
	return result.ok ? result.value : `${result.failure.reason} ${result.failure.variable}`;
};

const examples = (of: Preset): Record<string, string> =>
	Object.fromEntries(of.variables.map(({ name, example }) => [name, example]));

describe('presets', () => {
	it('are there for the providers that people bring', () => {
		expect(presets.map(({ id }) => id).toSorted()).toEqual(
			'adfs apple auth0 authentik clerk cognito duende-demo entra fusionauth github gitlab google keycloak logto okta onelogin ory pingone salesforce workos zitadel'.split(
				' '
			)
		);
	});

	it.each(presets.map((of) => [of.id, of] as const))('%s: every fact has its source', (_, of) => {
		const facts = [
			of.issuer,
			of.endpoints,
			of.cors,
			of.publicClient,
			of.plain,
			of.refreshToken,
			of.accessToken,
			of.logout,
			of.notes
		];
		for (const fact of facts.filter((known) => known !== undefined)) {
			expect(fact.sources.length).toBeGreaterThan(0);
			for (const source of fact.sources) expect(new URL(source).protocol).toBe('https:');
		}
		if (of.browser.value !== 'unknown' || of.publicClient)
			expect(of.browser.sources.length).toBeGreaterThan(0);
		if (of.parameters.value.length > 0) expect(of.parameters.sources.length).toBeGreaterThan(0);
	});

	it.each(presets.filter((of) => of.issuer).map((of) => [of.id, of] as const))(
		'%s: the examples make an issuer that is recognised',
		(id, of) => {
			const result = issuerOf(of, examples(of));
			expect(result).toMatchObject({ ok: true });
			if (!result.ok) return;
			expect(new URL(result.value).protocol).toBe('https:');
			expect(result.value).not.toMatch(/[{}[\]]/);
			const ownHost = of.hosts.length > 0 || of.path !== undefined || id === 'cognito';
			if (ownHost) expect(providerOf(result.value)).toBe(id);
		}
	);

	it('says of Apple, GitHub and Google that a page alone cannot finish', () => {
		expect(['apple', 'github', 'google'].map((id) => preset(id).browser.value)).toEqual([
			'no',
			'no',
			'with-secret'
		]);
	});
});

describe('issuerOf', () => {
	it.each([
		['auth0', { domain: 'example.eu.auth0.com' }, 'https://example.eu.auth0.com/'],
		['auth0', { domain: '  https://Example.eu.auth0.com/ ' }, 'https://example.eu.auth0.com/'],
		[
			'auth0',
			{ domain: 'https://example.eu.auth0.com/.well-known/openid-configuration' },
			'https://example.eu.auth0.com/'
		],
		[
			'okta',
			{ oktaDomain: 'example.okta.com', authServerId: 'default' },
			'https://example.okta.com/oauth2/default'
		],
		['okta', { oktaDomain: 'example.okta.com' }, 'https://example.okta.com'],
		['entra', { tenant: 'common' }, 'https://login.microsoftonline.com/common/v2.0'],
		[
			'entra',
			{ tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490' },
			'https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0'
		],
		['okta', { oktaDomain: 'admin.example.com' }, 'https://admin.example.com'],
		['keycloak', { base: 'sso.example.com/auth/', realm: 'a' }, 'https://sso.example.com/auth/realms/a'],
		[
			'keycloak',
			{ base: 'https://sso.example.com/realms/other', realm: 'a' },
			'https://sso.example.com/realms/a'
		],
		['keycloak', { base: 'http://localhost:8080', realm: 'a' }, 'http://localhost:8080/realms/a'],
		['keycloak', { base: 'https://[::1]/', realm: 'a' }, 'https://[::1]/realms/a'],
		['pingone', { tld: 'COM.AU', environmentId: 'e-1' }, 'https://auth.pingone.com.au/e-1/as'],
		['onelogin', { subdomain: 'example.onelogin.com' }, 'https://example.onelogin.com/oidc/2'],
		['logto', { tenant: 'https://abc.logto.app/' }, 'https://abc.logto.app/oidc'],
		['zitadel', { customDomain: 'bücher.example' }, 'https://xn--bcher-kva.example']
	])('%s %j', (id, values, expected) => {
		expect(issuer(id, values)).toBe(expected);
	});

	it.each([
		['auth0', {}, 'variable-empty domain'],
		['auth0', { domain: '   ' }, 'variable-empty domain'],
		['auth0', { domain: 'exa mple.auth0.com' }, 'variable-space domain'],
		['auth0', { domain: 'example.auth0.com/login' }, 'variable-path domain'],
		['auth0', { domain: 'https://example.auth0.com/login?x=1' }, 'variable-path domain'],
		['auth0', { domain: 'javascript://x' }, 'variable-scheme domain'],
		['auth0', { domain: 'user:password@example.com' }, 'variable-host domain'],
		['auth0', { domain: '-bad-.example' }, 'variable-host domain'],
		['auth0', { domain: 'x'.repeat(501) }, 'variable-too-long domain'],
		['entra', { tenant: 'a/b' }, 'variable-path tenant'],
		['entra', { tenant: '..' }, 'variable-characters tenant'],
		['entra', { tenant: 'a?x=1' }, 'variable-path tenant'],
		['keycloak', { base: 'ftp://sso.example.com', realm: 'a' }, 'variable-scheme base'],
		['keycloak', { base: 'https://sso.example.com?x=1', realm: 'a' }, 'variable-path base'],
		['okta', { oktaDomain: 'dev-1-admin.okta.com' }, 'variable-admin oktaDomain'],
		['okta', { oktaDomain: 'https://acme-admin.oktapreview.com/' }, 'variable-admin oktaDomain'],
		['cognito', { region: 'eu-west-1', userPoolId: 'us-east-1_Abc' }, 'variable-begins userPoolId'],
		['cognito', { region: 'ireland', userPoolId: 'eu-west-1_Abc' }, 'variable-region region'],
		['cognito', { region: 'eu west', userPoolId: 'eu-west-1_Abc' }, 'variable-space region'],
		['onelogin', { subdomain: 'a_b' }, 'variable-label subdomain'],
		['entra', { tenant: 'javascript:alert(1)' }, 'variable-tenant tenant'],
		['entra', { tenant: 'x@y' }, 'variable-tenant tenant'],
		['entra', { tenant: 'contoso' }, 'variable-tenant tenant'],
		['pingone', { tld: 'org', environmentId: 'e' }, 'variable-choice tld'],
		['github', {}, 'no-discovery ']
	])('%s refuses %j', (id, values, expected) => {
		expect(issuer(id, values)).toBe(expected);
	});

	it('makes an https address on the host of the template, or refuses, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string(), (tenant) => {
				const result = issuerOf(preset('entra'), { tenant });
				if (!result.ok) return;
				expect(new URL(result.value).host).toBe('login.microsoftonline.com');
				expect(new URL(result.value).pathname.split('/')).toHaveLength(3);
			})
		);
	});

	it('makes no other host of a label, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string(), (subdomain) => {
				const result = issuerOf(preset('onelogin'), { subdomain });
				if (result.ok) expect(new URL(result.value).host).toMatch(/^[a-z0-9-]+\.onelogin\.com$/);
			})
		);
	});
});

describe('presetValues', () => {
	it.each(presets.filter((of) => of.issuer && of.variables.length > 0).map((of) => [of.id, of] as const))(
		'%s: reads the values of its examples out of their issuer',
		(_, of) => {
			const made = issuerOf(of, examples(of));
			const values = presetValues(of, made.ok ? made.value : '');
			expect(issuerOf(of, values ?? {})).toEqual(made);
		}
	);

	it.each([
		['keycloak', 'https://host.example/realms/master', { base: 'https://host.example', realm: 'master' }],
		[
			'keycloak',
			' https://host.example/auth/realms/a/.well-known/openid-configuration ',
			{ base: 'https://host.example/auth', realm: 'a' }
		],
		['okta', 'https://a.okta.com/oauth2/default', { oktaDomain: 'a.okta.com', authServerId: 'default' }],
		['okta', 'https://a.okta.com/', { oktaDomain: 'a.okta.com' }],
		['okta', 'https://a-admin.okta.com/', undefined],
		['okta', 'https://a.okta.com/oauth2/default/more', undefined],
		['keycloak', 'https://host.example', undefined],
		['github', 'https://github.com', undefined]
	])('%s of %j', (id, address, values) => {
		expect(presetValues(preset(id), address)).toEqual(values);
	});

	it('takes any text', () => {
		fc.assert(fc.property(fc.string(), (text) => void presetValues(preset('keycloak'), text)));
	});
});

describe('fitsPreset', () => {
	it.each([
		['google', 'https://accounts.google.com', true],
		['google', 'https://evil.example.com', false],
		['google', 'https://accounts.google.com.evil.example', false],
		['auth0', 'https://login.example.com/', true],
		['auth0', 'https://accounts.google.com', false],
		['github', 'https://github.com', true],
		['github', 'https://example.com', false],
		['keycloak', 'https://sso.example.com/realms/a', true],
		['keycloak', 'https://sso.example.com', false]
	])('%s %s: %s', (id, issuer, fits) => {
		expect(fitsPreset(preset(id), issuer)).toBe(fits);
	});
});

describe('providerOf', () => {
	it.each([
		['https://example.eu.auth0.com/', 'auth0'],
		['example.okta.com', 'okta'],
		['https://login.microsoftonline.com/common/v2.0', 'entra'],
		['https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_x', 'cognito'],
		['https://sso.example.com/auth/realms/a', 'keycloak'],
		['https://id.example.com/application/o/app/', 'authentik'],
		['https://fs.example.com/adfs', 'adfs'],
		['https://fs.example.com/adfsomething', undefined],
		['https://auth0.com.evil.example', undefined],
		['https://notauth0.com', undefined],
		['https://example.com', undefined],
		['', undefined],
		['::::', undefined]
	])('%s is of %s', (text, id) => {
		expect(providerOf(text)).toBe(id);
	});

	it('takes any text', () => {
		fc.assert(fc.property(fc.string(), (text) => void providerOf(text)));
	});
});

describe('contradictions', () => {
	const about = (...given: Parameters<typeof contradictions>): string[] =>
		contradictions(...given).map((one) => one.about);

	it('finds none where the metadata agrees, or says nothing', () => {
		expect(contradictions(preset('auth0'), {})).toEqual([
			{ about: 'logout', member: 'end_session_endpoint' }
		]);
		const metadata = {
			issuer: 'https://a.example',
			code_challenge_methods_supported: ['S256'],
			token_endpoint_auth_methods_supported: ['none'],
			end_session_endpoint: 'https://a.example/logout',
			scopes_supported: ['openid', 'profile', 'email', 'offline_access']
		};
		expect(contradictions(preset('auth0'), metadata, 'https://a.example')).toEqual([]);
	});

	it('names what the metadata says otherwise', () => {
		const metadata = {
			issuer: 'https://b.example',
			code_challenge_methods_supported: ['S256', 'plain'],
			token_endpoint_auth_methods_supported: ['client_secret_basic'],
			scopes_supported: ['openid']
		};
		expect(about(preset('auth0'), metadata, 'https://a.example')).toEqual([
			'issuer',
			'plain-refused',
			'secret-not-needed',
			'logout',
			'scopes'
		]);
	});

	it('takes any document', () => {
		fc.assert(fc.property(fc.anything(), (metadata) => void contradictions(preset('auth0'), metadata)));
		expect(about(preset('google'), { code_challenge_methods_supported: 'S256' })).toEqual([]);
	});
});
