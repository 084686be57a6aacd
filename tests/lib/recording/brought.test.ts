import { describe, expect, it } from 'vitest';
import { settingsOf } from '$lib/recording/brought';

describe('the settings of an authorization URL that somebody brought', () => {
	it('are those of its client; the issuer is a guess', () => {
		const url =
			'https://id.example/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=openid&audience=api&prompt=consent&state=s&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
		expect(settingsOf({ method: 'GET', url, headers: [] })).toMatchObject({
			issuer: 'https://id.example',
			clientId: 'spa',
			redirectUri: 'https://app.example/cb',
			scope: 'openid',
			audience: 'api',
			extra: [['prompt', 'consent']]
		});
	});

	it('are none of another request', () => {
		expect(settingsOf({ method: 'GET', url: 'https://api.example/me', headers: [] })).toBeUndefined();
	});
});
