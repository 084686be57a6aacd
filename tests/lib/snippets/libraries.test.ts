/** A library that writes a message itself is taken for messages that it writes as they are; any other is written out. */
import { describe, expect, it } from 'vitest';
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import { fold } from '$lib/flow/fold';
import { sessionOf } from '$lib/flow/session';
import { sceneOf } from '$lib/panels/code/scene-of';
import { loadLanguage } from '$lib/snippets/load';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import type { Header } from '$lib/wire/http';
import { recordedSignIn, type RecordedSignIn } from '../../fixtures/recorded';
import { codeFields, form, plainScene, refreshFields } from '../../snippets/plain';

async function codeOf(id: SnippetLanguage, step: StepId, scene: Scene): Promise<string> {
	const written = write(await loadLanguage(id), step, scene);
	return 'code' in written ? written.code : written.absent;
}

const recorded = async (changes: RecordedSignIn): Promise<Scene> =>
	sceneOf(sessionOf(await fold(recordedSignIn(changes))), () => ({}), 'run');

const basic = (id: string, secret: string): Header => ['authorization', `Basic ${btoa(`${id}:${secret}`)}`];

/** How each of them asks the library. */
const libraries = [
	['typescript', 'authorizationCodeGrantRequest', 'refreshTokenGrantRequest'],
	['python-authlib', 'client.fetch_token', 'client.refresh_token'],
	['go', 'config.Exchange', 'config.TokenSource']
] as const;

describe.each(libraries)('%s', (id, exchanges, renews) => {
	it('asks its library for a plain message', async () => {
		expect(await codeOf(id, 'exchange', plainScene())).toContain(exchanges);
		expect(await codeOf(id, 'renew', plainScene())).toContain(renews);
	});

	it('asks it for a message with a secret that it puts where the message has it', async () => {
		const { client_id: _, ...fields } = codeFields;
		const values = { ...plainScene().values, client_secret: { text: 'secret-of-it', actual: true } };
		const exchange = form(fields, basic('app', 'secret%2Dof%2Dit'));
		const scene = plainScene({ authentication: 'client_secret_basic', values }, { exchange });
		expect(await codeOf(id, 'exchange', scene)).toContain(exchanges);
	});

	it.each<[string, RecordedSignIn, string]>([
		['in the form', { sent: { client_secret: 'recorded-secret' } }, 'recorded-secret'],
		[
			'in the header',
			{
				sent: { client_id: '' },
				request: {
					headers: [['content-type', 'application/x-www-form-urlencoded'], basic('spa-1', 'recorded-secret')]
				}
			},
			basic('spa-1', 'recorded-secret')[1]
		]
	])('keeps a recorded secret %s, whatever is known of the client', async (_, changes, secret) => {
		const code = await codeOf(id, 'exchange', await recorded(changes));
		expect(code).toContain(secret);
		expect(code).not.toContain(exchanges);
	});

	it('invents no verifier where none was sent', async () => {
		const { code_verifier: _, ...fields } = codeFields;
		const code = await codeOf(id, 'exchange', plainScene({}, { exchange: form(fields) }));
		expect(code).toContain(exchanges);
		expect(code).not.toMatch(/code_verifier|verifier-of-it|YOUR_VERIFIER/);
	});

	it('sends the code and the refresh token that were sent, not those that are held', async () => {
		const exchange = form({ ...codeFields, code: 'another-code' });
		expect(await codeOf(id, 'exchange', plainScene({}, { exchange }))).toContain('another-code');
		const renew = form({ ...refreshFields, refresh_token: 'another-token' });
		expect(await codeOf(id, 'renew', plainScene({}, { renew }))).toContain('another-token');
	});
});

describe.each([
	['typescript', 'protectedResourceRequest'],
	['python-authlib', 'OAuth2Session(token=']
] as const)('%s calls an API', (id, calls) => {
	const called = (...headers: Header[]): Promise<string> =>
		codeOf(id, 'call', plainScene({}, { call: { method: 'GET', url: 'https://api.example/', headers } }));

	it('with the token that is sent, not the one that is held', async () => {
		const code = await called(['Authorization', 'Bearer another-token']);
		expect(code).toContain(calls);
		expect(code).toContain('"another-token"');
	});

	it.each<[string, Header[]]>([
		['no token', []],
		['another scheme', [['Authorization', 'Basic YTpi']]],
		[
			'a proof (RFC 9449 §7.1)',
			[
				['Authorization', 'Bearer another-token'],
				['DPoP', 'proof']
			]
		]
	])('by the message as it stands where it has %s', async (_, headers) => {
		const code = await called(...headers);
		expect(code).not.toContain(calls);
		expect(code).not.toContain('token-of-it');
		for (const [, value] of headers) expect(code).toContain(value);
	});
});

describe('Authlib', () => {
	it('makes the challenge of the verifier, where it is that one', async () => {
		const code = await codeOf('python-authlib', 'authorize', plainScene());
		expect(code).toContain('create_authorization_url');
		expect(code).toContain('code_verifier="verifier-of-it"');
	});

	it.each<[string, Partial<Scene>]>([
		['of a challenge whose verifier is not known', { derivesChallenge: false }],
		[
			'without a state, for which it would make one',
			{ authorization: plainScene().authorization.filter(([name]) => name !== 'state') }
		]
	])('is not asked for a request %s', async (_, other) => {
		const code = await codeOf('python-authlib', 'authorize', plainScene(other));
		expect(code).toContain('urlencode');
		expect(code).not.toMatch(/verifier/);
	});

	it('gets the answer without a fragment, in which it would look for tokens', async () => {
		const { callbackUrl } = plainScene();
		const code = await codeOf(
			'python-authlib',
			'exchange',
			plainScene({ callbackUrl: `${callbackUrl}#_=_` })
		);
		expect(code).toContain('authorization_response=');
		expect(code).not.toContain('#');
	});
});

it('of a recording the challenge is written as it was sent', async () => {
	const scene = await recorded({ asked: { code_challenge: 'recorded-challenge' } });
	for (const id of ['python-authlib', 'go', 'kotlin-appauth'] as const) {
		const code = await codeOf(id, 'authorize', scene);
		expect(code).toContain('recorded-challenge');
		expect(code).not.toContain(scene.values.verifier.text);
	}
});
