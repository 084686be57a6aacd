import { describe, expect, it } from 'vitest';
import { addedTo, carrierOf } from '$lib/flow/added-headers';
import { moveIds } from '$lib/lexicon/steps';

const stepTakesBrowser: ReadonlySet<string> = new Set(['authorization', 'logout']);

describe('how a message leaves', () => {
	it.each(moveIds.map((move) => [move, stepTakesBrowser.has(move) ? 'navigation' : 'page'] as const))(
		'%s: %s',
		(move, carrier) => {
			expect(carrierOf(move)).toBe(carrier);
		}
	);
});

describe('what is added to a message', () => {
	const own = 'https://app.example/docs/callback/';
	it.each([
		['GET', 'https://idp.example/authorize', 'navigation', 'no-origin'],
		['GET', 'https://idp.example/keys', 'page', 'origin'],
		['GET', 'https://app.example/idp/keys', 'page', 'no-origin'],
		['get', 'https://app.example/idp/keys', 'page', 'no-origin'],
		['POST', 'https://app.example/idp/token', 'page', 'origin'],
		['POST', 'https://idp.example/token', 'page', 'origin'],
		['POST', 'https://idp.example/token', 'pasted', 'unknown'],
		['GET', 'rubbish', 'page', 'origin']
	] as const)('%s %s, %s: %s', (method, url, carrier, added) => {
		expect(addedTo({ method, url, headers: [] }, carrier, own)).toBe(added);
	});
});
