import { beforeAll, describe, expect, it } from 'vitest';
import { checkToken } from '$lib/tokens/checks/check-token';
import type { TokenContext } from '$lib/tokens/context';
import {
	at,
	clientId,
	createSigner,
	idTokenClaims,
	issuer,
	nonce,
	signToken,
	type Signer
} from '../../../fixtures/tokens';

let signer: Signer;
beforeAll(async () => {
	signer = await createSigner('ES256');
});
const statuses = (checks: readonly { id: string; status: string }[]) =>
	Object.fromEntries(checks.map(({ id, status }) => [id, status]));

describe('checkToken', () => {
	it('passes a good ID token of which everything is known', async () => {
		const context: TokenContext = {
			at,
			keys: { keys: [signer.publicJwk] },
			issuer,
			audience: clientId,
			nonce
		};
		const found = statuses(await checkToken(await signToken(signer, idTokenClaims()), 'id', context));
		expect(Object.values(found).filter((status) => status !== 'pass' && status !== 'skipped')).toEqual([]);
		expect(found).toMatchObject({
			'id-token-signature': 'pass',
			'id-token-aud': 'pass',
			'id-token-nonce': 'pass'
		});
	});
});
