import { describe, expect, it } from 'vitest';
import { generateAttempt, generateVerifier } from '$lib/flow/generate';
import type { World } from '$lib/flow/world';

/** Counts what is asked of the generator, and never gives the same bytes twice. */
function countingWorld(): { world: World; asked: number[] } {
	const asked: number[] = [];
	const random = (count: number): Uint8Array => {
		asked.push(count);
		return new Uint8Array(count).fill(asked.length);
	};
	const refuse = (): never => {
		throw new Error('not needed');
	};
	return { world: { random, now: refuse, newKey: refuse, send: refuse, look: refuse }, asked };
}

describe('what the client generates', () => {
	it('is a verifier of as many octets as were asked for', () => {
		const { world, asked } = countingWorld();
		expect(generateVerifier(world, 64)).toHaveLength(86);
		expect(asked).toEqual([64]);
	});

	it('is a state and a nonce of 256 bits each, not one for both', () => {
		const { world, asked } = countingWorld();
		const { state, nonce } = generateAttempt(world);
		expect(asked).toEqual([32, 32]);
		expect(state).not.toBe(nonce);
	});
});
