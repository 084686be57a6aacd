import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptySession } from '$lib/flow/session';
import { steps } from '$lib/flow/steps';
import type { Trace } from '$lib/trace/fact';
import { anyTrace } from '../../fixtures/arbitrary-facts';
import { createSigner, nonce } from '../../fixtures/tokens';
import { configured, generated, state, wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let walk: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});

const moves = steps.flatMap((step) =>
	Object.entries(step.asks).map(([move, ask]) => ({ id: step.id, move, ask }))
);

describe('every message of every step', () => {
	it.each(moves)('$id $move is refused, and says why, before anything was done', async ({ ask }) => {
		const asked = await ask(emptySession, {});
		expect(asked.ok ? undefined : asked.failure.reason).toBe('step-missing');
	});

	it('is built or refused for every session that a trace can make: building never throws', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 12 }), anyTrace, async (length, trace) => {
				const session = await sessionAfter([...walk.slice(0, length), ...trace]);
				for (const { ask } of moves) {
					const asked = await ask(session, {
						method: 'POST',
						url: session.configuration?.apiUrl ?? '',
						body: '{}'
					});
					expect(typeof (asked.ok ? asked.value.url : asked.failure.reason)).toBe('string');
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('is built or refused with a proof key that is none', async () => {
		const dpop_jwk = '{"kty":"EC","crv":"P-256","x":"x","y":"y","d":"d"}';
		const session = await sessionAfter([
			configured({ extensions: ['dpop'] }),
			...walk.slice(1, 4),
			generated('authorize', { state, nonce, dpop_jwk }),
			...walk.slice(5)
		]);
		for (const { ask } of moves) expect(typeof (await ask(session, {})).ok).toBe('boolean');
	});
});
