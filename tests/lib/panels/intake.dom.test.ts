import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import IntakeBox from '$lib/panels/intake/IntakeBox.svelte';
import Peek from '$lib/panels/intake/Peek.svelte';
import { recognise } from '$lib/recording/intake';
import type { Configuration } from '$lib/trace/configuration';
import type { IntakeWays } from '$lib/state/intake.svelte';
import { answer } from '../../fixtures/messages';
import { failureTexts } from '$lib/lessons/en/failures/failures';
import { importTexts, leftOutTexts } from '$lib/lessons/en/intake/import';
import { formatCases } from '$lib/trace/case';
import { endpointTexts } from '$lib/lessons/en/intake/endpoints';
import { documentDraft } from '$lib/trace/configuration-fields';
import { intakeTexts, peekTexts } from '$lib/lessons/en/intake/intake';
import { entryOf, harOf, signIn } from '../../fixtures/recordings';
import { show, walkWith } from '../../fixtures/panel';
import { configuration } from '../../fixtures/walk';

async function open() {
	const { walk } = await walkWith([]);
	const went: { configured: Partial<Configuration>[]; visited: string[]; asked: string[] } = {
		configured: [],
		visited: [],
		asked: []
	};
	const ways: IntakeWays = {
		now: () => 0,
		start: () => configuration,
		configure: (wanted, typed) => {
			went.configured.push({ ...wanted, ...typed });
			return Promise.resolve();
		},
		visit: (path) => void went.visited.push(path),
		world: () =>
			Promise.resolve({
				send: (request) => {
					went.asked.push(request.url);
					const document = {
						resource: 'https://mcp.example/mcp',
						authorization_servers: ['https://id.example']
					};
					return Promise.resolve({ id: 'a', request, response: answer(document), at: 0, ms: 1, via: 'page' });
				}
			})
	};
	show(walk, IntakeBox, { label: 'Paste or drop anything', ways });
	// What knows a text comes behind the box.
	await vi.dynamicImportSettled();
	const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
	const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
	return { went, type, press };
}

describe('what is looked into', () => {
	const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	const jwt = (claims: object): string => `${encode({ alg: 'RS256' })}.${encode(claims)}.c2ln`;
	const peek = async (text: string) => {
		const { walk } = await walkWith([]);
		show(walk, Peek, { brought: recognise(text), text, now: () => 1_800_000_000_000 });
	};

	it('is each token of an answer that is a JWT', async () => {
		await peek(JSON.stringify({ id_token: jwt({ sub: 'erin' }), access_token: jwt({ aud: 'timesheets' }) }));
		for (const name of ['id_token', 'access_token'])
			expect(screen.getByRole('heading', { name: peekTexts.token(name) })).toBeTruthy();
		expect(screen.getByText(/erin/)).toBeTruthy();
		expect(screen.getAllByText(/timesheets/).length).toBeGreaterThan(0);
	});

	const shown = () => document.body.textContent ?? '';

	it('is an ID token that has expired, by its claims', async () => {
		await peek(jwt({ iss: 'https://id.example', aud: 'spa', exp: 1_799_999_999, nonce: 'n', at_hash: 'h' }));
		expect(shown()).toContain('It says that it is an ID token (nonce, at_hash)');
		expect(shown()).toContain('It is for spa (aud).');
		expect(shown()).toContain('It expired at 2027-01-15 07:59:59 UTC.');
	});

	it('is a date that is no number, and a number that is shown rounded', async () => {
		const claims = '{"sub":12345678901234567890,"sub":1,"exp":"1800000060"}';
		await peek(`${encode({ alg: 'ES256' })}.${Buffer.from(claims).toString('base64url')}.`);
		expect(shown()).toContain('Its exp is malformed');
		expect(shown()).toContain('sub: 12345678901234567890');
		expect(shown()).toContain('In it more than once: sub.');
		expect(shown()).toContain('Its signature was cut off');
	});

	it('is an SD-JWT, and what is encrypted', async () => {
		await peek(`${jwt({ _sd: ['x'], iss: 'https://id.example' })}~WyJhIl0~WyJiIl0~`);
		expect(shown()).toContain('An SD-JWT: a signed JWT and 2 disclosures');
		await peek(`${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`);
		expect(shown()).toContain('It is encrypted with RSA-OAEP and A256GCM.');
	});

	it('is an answer that is good, and what it lacks', async () => {
		await peek('{"access_token":"123456","expires_in":3600,"token_type":"Bearer"}');
		expect(shown()).toContain('A good token answer of type Bearer.');
		expect(shown()).toContain('It has no refresh token. That is no fault');
	});

	it('is an answer without its type', async () => {
		await peek('{"access_token":"123456","expires_in":3600}');
		expect(shown()).toContain('It has no token_type, which is required');
	});

	it('is an authorization request without what is required of it', async () => {
		await peek(
			'https://id.example/authorize?client_id=a&redirect_uri=https%3A%2F%2Fapp.example&scope=openid'
		);
		expect(screen.getByText(peekTexts.noResponseType)).toBeTruthy();
	});

	it('is said to say nothing where every token is opaque', async () => {
		await peek(JSON.stringify({ access_token: 'abcdefgh', token_type: 'Bearer' }));
		expect(screen.getByText(peekTexts.opaque)).toBeTruthy();
	});
});

describe('the box for anything', () => {
	it('names what it is at once, and sends nothing', async () => {
		const { went, type } = await open();
		await type('https://app.example/cb?error=access_denied&state=a');
		expect(screen.getByRole('status').textContent).toContain('Callback URL with an error');
		expect(went).toEqual({ configured: [], visited: [], asked: [] });
	});

	it('fills the walk with an issuer', async () => {
		const { went, type, press } = await open();
		await type('https://id.example/.well-known/openid-configuration');
		await press('Use it as the issuer');
		expect(went.configured).toMatchObject([
			{ issuer: 'https://id.example', redirectUri: configuration.redirectUri }
		]);
	});

	it('asks an API after a yes only, and fills the walk with its server', async () => {
		const { went, type, press } = await open();
		await type('https://mcp.example/mcp');
		expect(went.asked).toEqual([]);
		await press('Ask mcp.example');
		expect(went.asked).toEqual(['https://mcp.example/.well-known/oauth-protected-resource/mcp']);
		await fireEvent.click(await screen.findByRole('button', { name: 'Sign in at id.example' }));
		expect(went.configured).toMatchObject([
			{ issuer: 'https://id.example', resource: 'https://mcp.example/mcp' }
		]);
	});

	it('asks an API that refused where its challenge says, and takes no address of metadata for the API', async () => {
		const { went, type, press } = await open();
		const where = 'https://mcp.example/.well-known/oauth-protected-resource/mcp';
		await type(`WWW-Authenticate: Bearer resource_metadata="${where}"`);
		await press('Ask mcp.example');
		expect(went.asked).toEqual([where]);
		await press(intakeTexts.useApi);
		expect(went.configured).toMatchObject([{ resource: 'https://mcp.example/mcp' }]);
	});

	it('fills no endpoint in as an issuer, and the issuer where its layout says it', async () => {
		const { went, type, press } = await open();
		await type('https://sso.example/oauth2/token');
		expect(await screen.findByText(endpointTexts.what.token)).toBeTruthy();
		expect(screen.getByText(endpointTexts.unknown)).toBeTruthy();
		expect(screen.queryByRole('button', { name: intakeTexts.useIssuer })).toBeNull();
		await type('https://sso.example/realms/prod/protocol/openid-connect/token');
		await press(endpointTexts.use);
		expect(went.configured).toMatchObject([{ issuer: 'https://sso.example/realms/prod' }]);
	});

	it('offers an address that may be either as both, and an issuer without the query', async () => {
		const { went, type, press } = await open();
		await type('https://connect.example/v2/payments?limit=3');
		await press(intakeTexts.useApi);
		await press(intakeTexts.useIssuer);
		expect(went.configured).toMatchObject([
			{ resource: 'https://connect.example/v2/payments?limit=3' },
			{ issuer: 'https://connect.example/v2/payments' }
		]);
	});

	it('offers what a command printed, too', async () => {
		const { went, type, press } = await open();
		const metadata = '{"issuer":"https://id.example","jwks_uri":"https://id.example/jwks"}';
		await type(`curl -s https://id.example/.well-known/openid-configuration\n${metadata}`);
		await press(intakeTexts.useDocument);
		expect(went.configured).toMatchObject([{ issuer: 'https://id.example', [documentDraft]: metadata }]);
		expect(screen.getByRole('button', { name: intakeTexts.look })).toBeTruthy();
	});

	it('warns of a secret', async () => {
		const { type } = await open();
		await type(
			'curl https://id.example/token -d grant_type=authorization_code -d code=abc -d code_verifier=def'
		);
		expect(screen.getByText(/In it: code, code_verifier\./)).toBeTruthy();
	});

	it('keeps a recording that is pasted as text aside, reads it, and opens what was found', async () => {
		const { press, went } = await open();
		const har = harOf([
			...signIn.map(entryOf),
			entryOf({ as: 'image', mime: 'image/png', text: 'x'.repeat(100_000) })
		]);
		await fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { getData: () => har } });
		expect(screen.queryByRole('textbox')).toBeNull();
		expect(screen.getAllByRole('status')[0]?.textContent).toContain('Recording of a browser');
		const found = await screen.findByRole('group', { name: importTexts.found });
		expect(found.textContent).toContain(importTexts.attempts(3, 1));
		expect(found.textContent).toContain(leftOutTexts.assets(1));
		await press('Open it in the walk');
		expect(went.visited).toEqual(['/flow/configure/']);
	});

	it('says of a recording without a sign-in what was in it, and offers nothing', async () => {
		const { type } = await open();
		await type(harOf([entryOf()]));
		expect(await screen.findByText(failureTexts['no-flow-recorded'].title)).toBeTruthy();
		expect(screen.getByText(importTexts.entriesKept(1, 1))).toBeTruthy();
		expect(screen.queryByRole('button', { name: intakeTexts.open })).toBeNull();
	});

	it('leads cases of this site to their page, and keeps the file for it', async () => {
		const { went, type, press } = await open();
		await type(formatCases([]));
		await press(intakeTexts.openCases);
		expect(went.visited).toEqual(['/case/']);
	});

	it('offers to open a message in the walk, and what else can be done with it', async () => {
		const { went, type, press } = await open();
		const url =
			'https://id.example/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=a';
		await type(url);
		await press(intakeTexts.useSettings);
		expect(went.configured).toMatchObject([{ issuer: 'https://id.example', clientId: 'spa' }]);
		for (const text of [
			url,
			'https://app.example/cb?code=abc&state=d',
			'curl https://id.example/token -d grant_type=authorization_code -d code=abc'
		]) {
			await type(text);
			await press(intakeTexts.open);
		}
		expect(went.visited).toEqual(Array(3).fill('/flow/configure/'));
		// The implicit flow is opened as what it is; of an address without a sign-in there is none to open.
		await type(url.replace('response_type=code', 'response_type=token'));
		expect(screen.getByRole('button', { name: intakeTexts.open })).toBeTruthy();
		await type(url.replace('response_type=code', 'response_type=device'));
		expect(screen.queryByRole('button', { name: intakeTexts.open })).toBeNull();
	});

	it('says that it does not know, and offers the diagnosis', async () => {
		const { went, type, press } = await open();
		await type('hello there');
		expect(screen.getByRole('status').textContent).toContain('Not recognised');
		await press('Explain it');
		expect(went.visited).toEqual(['/diagnose/']);
	});
});

describe('tokens of any kind', () => {
	const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	const jwt = `${encode({ alg: 'RS256' })}.${encode({ sub: 'erin' })}.c2ln`;

	it.each([
		['one that is damaged', `${jwt}*`],
		['several', `${jwt}\n${jwt}`],
		['those under a name', `access_token: abcdef\nid_token: ${jwt}`]
	])('go to the bench, and never into an address: %s', async (_, text) => {
		const { went, type, press } = await open();
		await type(text);
		await press(intakeTexts.bench);
		expect(went.visited).toEqual(['/tokens/']);
		expect(went.asked).toEqual([]);
	});
});
