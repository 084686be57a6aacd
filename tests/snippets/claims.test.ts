/** An ID token without what OIDC Core §2 requires is refused by all code that verifies one. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetLanguages } from '$lib/lexicon/snippets';
import { executed } from '$lib/snippets/executed';
import { loadLanguage } from '$lib/snippets/load';
import { write } from '$lib/snippets/write';
import { createSigner, signToken, type Signer } from '../fixtures/tokens';
import { plainScene } from './plain';
import { runners } from './runners';
import { withValue } from './walk';

let signer: Signer;
let server: Server;

beforeAll(async () => {
	signer = await createSigner('RS256');
	server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
		response.end(JSON.stringify({ keys: [signer.publicJwk] }));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
	server.close();
	for (const runner of Object.values(runners)) await runner.close?.();
});

const runnable = snippetLanguages.filter((id) => {
	const runner = runners[id];
	return (
		runner?.version() !== undefined && executed[id].steps.includes('tokens') && !runner.lacks?.('tokens')
	);
});

async function run(id: (typeof runnable)[number], without?: string) {
	const now = Math.floor(Date.now() / 1000);
	const { issuer, clientId, values } = plainScene();
	const claims = {
		...{ iss: issuer, aud: clientId, sub: 'person', nonce: values.nonce.text, exp: now + 600, iat: now },
		...(without === undefined ? {} : { [without]: undefined })
	};
	const scene = withValue(plainScene(), 'id_token', await signToken(signer, claims));
	const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
	const language = await loadLanguage(id);
	const written = write(language, 'tokens', { ...scene, jwksUri, signatures: ['RS256'] });
	if (!('code' in written)) throw new Error(written.absent);
	return runners[id]!.run(language.file('tokens'), written.code);
}

describe.each(runnable)('%s', (id) => {
	it('takes an ID token with all of it', { timeout: 300_000 }, async () => {
		const { status, stdout, stderr } = await run(id);
		expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toContain('person');
	});

	it.each(['sub', 'exp', 'iat'])('refuses an ID token without %s', { timeout: 300_000 }, async (name) => {
		const { status, stdout } = await run(id, name);
		expect(status).not.toBe(0);
		expect(stdout.trim()).toBe('');
	});
});

/** What no test runs says it in its own words. */
it.each([
	['csharp', /ContainsKey\("sub"\).*ContainsKey\("iat"\)/],
	['dart', /'sub', 'exp', 'iat'/],
	['kotlin', /setRequireSubject[^]*setRequireIssuedAt[^]*setRequireExpirationTime/],
	['php', /sub, \$claims->exp, \$claims->iat/],
	['rust', /"exp", "iss", "aud", "sub"[^]*"iat"/],
	['swift', /let sub: [^]*let exp: [^]*let iat: /]
] as const)('%s asks for them', async (id, words) => {
	const written = write(await loadLanguage(id), 'tokens', plainScene());
	expect('code' in written && written.code).toMatch(words);
});
