import { beforeAll, describe, expect, it } from 'vitest';
import { readUserInfo } from '$lib/client/protected-resource';
import type { KeySet } from '$lib/client/key-set';
import { answer, failures, statuses } from '../../fixtures/messages';
import { at, clientId, createSigner, issuer, signToken, subject, type Signer } from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

let signer: Signer;
beforeAll(async () => (signer = await createSigner('ES256')));

const good = { iss: issuer, aud: clientId, sub: subject };

async function read(claims: Record<string, unknown>, text?: string) {
	const keySet = { keys: [signer.publicJwk] } as KeySet;
	const body = text ?? (await signToken(signer, claims));
	return readUserInfo(metadata, clientId, subject, answer(body, { type: 'application/jwt' }), at, keySet);
}

describe('a signed UserInfo answer', () => {
	it('is taken with every check passed', async () => {
		const { checks, value } = await read(good);
		expect([...new Set(Object.values(statuses(checks)))]).toEqual(['pass']);
		expect(value).toMatchObject({ sub: subject });
	});

	it('OIDC Core §5.3.2: aud may name others beside the client', async () => {
		expect(failures((await read({ ...good, aud: ['x', clientId] })).checks)).toEqual([]);
	});

	it.each([
		['no iss', { iss: undefined }, 'userinfo-iss'],
		['another issuer', { iss: `${issuer}/` }, 'userinfo-iss'],
		['no aud', { aud: undefined }, 'userinfo-aud'],
		['another audience', { aud: 'x' }, 'userinfo-aud'],
		['another subject', { sub: 'x' }, 'userinfo-sub']
	])('OIDC Core §5.3.2: with %s it is not used', async (_, changes, failed) => {
		const { checks, value } = await read({ ...good, ...changes });
		expect(failures(checks)).toContain(failed);
		expect(value).toBeUndefined();
	});

	it('that is encrypted is not known, and nothing is held against it', async () => {
		const header = btoa(JSON.stringify({ alg: 'RSA-OAEP', enc: 'A256GCM' })).replace(/=+$/, '');
		const reading = await read(good, `${header}.a.b.c.d`);
		expect(failures(reading.checks)).toEqual([]);
		expect(reading).toMatchObject({ withheld: true });
		expect(statuses(reading.checks)['userinfo-sub']).toBe('skipped');
	});

	it('in JSON there is no issuer and no audience to look at', async () => {
		const { checks } = await readUserInfo(metadata, clientId, subject, answer({ sub: subject }), at);
		expect(statuses(checks)).toMatchObject({ 'userinfo-iss': 'skipped', 'userinfo-aud': 'skipped' });
	});
});
