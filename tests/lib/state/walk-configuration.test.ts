import { describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { Api, Application } from '$lib/authorization-server/settings';
import { walkConfiguration } from '$lib/state/walk-configuration';

const origin = 'https://playground.example';
const { applications, apis } = defaultRealmSettings({ origin, base: '' });
const application: Application = { ...applications[0]!, clientId: 'mine' };
const sample = apis[0]!;
const start = {
	issuer: `${origin}/idp`,
	clientId: 'playground-spa',
	redirectUri: `${origin}/callback/`,
	scope: 'openid profile email offline_access read:timesheets create:timesheets',
	audience: sample.identifier,
	extra: [],
	apiUrl: `${origin}/api/timesheets`
};
const mine: Api = {
	...sample,
	identifier: 'https://mine.example/',
	scopes: [{ name: 'fly:rockets', description: 'Fly' }]
};

describe('the walk of an application', () => {
	it('at the sample API is the start of the playground with another client', () => {
		expect(walkConfiguration(start, application, sample)).toEqual({
			...start,
			clientId: 'mine',
			authentication: 'none'
		});
	});

	it('at another API asks for its scopes, and has nothing to call', () => {
		expect(walkConfiguration(start, application, mine)).toMatchObject({
			audience: 'https://mine.example/',
			scope: 'openid profile email offline_access fly:rockets',
			apiUrl: ''
		});
	});

	it.each([
		['the API does not allow it', application, { ...mine, allowOfflineAccess: false }],
		['the application may not refresh', { ...application, grants: ['authorization_code' as const] }, mine]
	])('does not ask for offline access where %s', (_, client, api) => {
		expect(walkConfiguration(start, client, api).scope).toBe('openid profile email fly:rockets');
	});

	it('without an API names none', () => {
		const configuration = walkConfiguration(start, application, undefined);
		expect(configuration).not.toHaveProperty('audience');
		expect(configuration.scope).toBe('openid profile email');
	});

	it('RFC 6749 §2.3.1: with a secret for header or body uses the header', () => {
		const secret: Application = { ...application, authMethod: 'client_secret' };
		expect(walkConfiguration(start, secret, sample).authentication).toBe('client_secret_basic');
	});
});
