import { describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { Application } from '$lib/authorization-server/settings';
import { demandOf, obstacleOf } from '$lib/dashboard/walk-use';

const origin = 'https://playground.example';
const callback = `${origin}/callback/`;
const start = defaultRealmSettings({ origin, base: '' }).applications[0]!;
const obstacle = (changes: Partial<Application>) => obstacleOf({ ...start, ...changes }, callback);

describe('what stands between an application and the walk', () => {
	it('is nothing for the one that the playground starts with', () => {
		expect(obstacle({})).toBeUndefined();
	});

	it('is its type before its grants, and these before its addresses', () => {
		expect(obstacle({ type: 'machine', grants: [], redirectUris: [] })).toBe('machine');
		expect(obstacle({ grants: ['refresh_token'], redirectUris: [] })).toBe('grant');
		expect(obstacle({ redirectUris: [`${callback}?a`] })).toBe('callback');
	});
});

it('an application that authenticates wants something of the walk', () => {
	const methods = ['none', 'client_secret', 'client_secret_post', 'private_key_jwt'] as const;
	expect(methods.map((authMethod) => demandOf({ ...start, authMethod }))).toEqual([
		undefined,
		'secret',
		'secret',
		'key'
	]);
});
