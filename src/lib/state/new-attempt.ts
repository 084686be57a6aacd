import type { Playground } from './playground.svelte';

/** A whole new attempt in one go: verifier, challenge, state and nonce, by the method of the one before. */
export async function startAnew(playground: Playground): Promise<void> {
	const method = playground.session.code_challenge_method ?? 'S256';
	await playground.chooseVerifier(playground.newVerifier(32));
	await playground.chooseChallenge(method);
}
