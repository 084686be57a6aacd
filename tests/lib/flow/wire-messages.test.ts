import { expect, it } from 'vitest';
import { wireMessagesOf } from '$lib/flow/wire-messages';
import { createSigner } from '../../fixtures/tokens';
import { wholeWalk } from '../../fixtures/walk';

it('A whole walk crosses the network in the order of its facts, each to the party that it is for', async () => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const wireMessages = wireMessagesOf(walk).map((wireMessage) => `${wireMessage.kind} ${wireMessage.to}`);
	expect(wireMessages).toEqual([
		'exchange authorization-server',
		'navigation authorization-server',
		'navigation browser',
		'exchange authorization-server',
		'exchange authorization-server',
		'exchange resource-server',
		'exchange authorization-server',
		'exchange authorization-server'
	]);
});

it('What a fact says on the wire is made once: what shows it stays as it is when another fact comes', async () => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const before = wireMessagesOf(walk.slice(0, -1));
	const after = wireMessagesOf(walk);
	expect(before.every((wireMessage, index) => after[index] === wireMessage)).toBe(true);
});
