import { describe, expect, it } from 'vitest';
import type { MoveId } from '$lib/lexicon/steps';
import type { Outcome } from '$lib/flow/session';
import { introspectionChanges, introspectionsOf, revokedToken } from '$lib/flow/token-history';

let at = 0;

function outcome(
	move: MoveId,
	body: string | undefined,
	value?: unknown,
	status = 200,
	bearer?: string
): Outcome {
	at += 1;
	return {
		step: 'renew',
		move,
		checks: [],
		exchange: {
			id: String(at),
			request: {
				method: 'POST',
				url: 'https://id.example/',
				headers: [
					...(body === undefined
						? []
						: ([['content-type', 'application/x-www-form-urlencoded']] as [string, string][])),
					...(bearer === undefined ? [] : ([['authorization', bearer]] as [string, string][]))
				],
				...(body === undefined ? {} : { body })
			},
			...(status === 0 ? {} : { response: { status, statusText: '', headers: [], body: '' } }),
			at,
			ms: 1,
			via: 'page'
		},
		...(value === undefined ? {} : { value })
	};
}

const asked = (token: string, active: boolean) => outcome('introspection', `token=${token}`, { active });
const called = (token: string, status: number) =>
	outcome('api', undefined, status < 400 ? 'x' : undefined, status, `Bearer ${token}`);
const revoke = (token: string) => outcome('revocation', `token=${token}`, true);

describe('introspection before and after', () => {
	it('is of one token, oldest first, and of answers alone', () => {
		const outcomes = [
			asked('a', true),
			asked('b', true),
			outcome('introspection', 'token=a', undefined, 401),
			asked('a', false)
		];
		expect(introspectionsOf({ outcomes }, 'a').map(({ said }) => said)).toEqual([
			{ active: true },
			{ active: false }
		]);
	});

	it('RFC 7662 §2.2: names what changed, active first', () => {
		expect(
			introspectionChanges({ scope: 'a', active: true, aud: ['x'] }, { active: false, aud: ['x'] })
		).toEqual([
			{ name: 'active', before: 'true', after: 'false' },
			{ name: 'scope', before: '"a"' }
		]);
		expect(introspectionChanges({ active: true }, { active: true })).toEqual([]);
	});
});

describe('what the run shows of a revoked token', () => {
	it('nothing before one was revoked, or where the server refused', () => {
		expect(revokedToken({ outcomes: [asked('a', true)] })).toBeUndefined();
		expect(revokedToken({ outcomes: [outcome('revocation', 'token=a', undefined, 400)] })).toBeUndefined();
	});

	it('its uses since, and the newest call before; those of other tokens are not its own', () => {
		const outcomes = [
			called('a', 200),
			revoke('a'),
			called('b', 200),
			called('a', 200),
			asked('a', false),
			asked('b', true),
			called('a', 401)
		];
		const story = revokedToken({ outcomes });
		expect(story).toMatchObject({ token: 'a', before: { status: 200 } });
		expect(
			story?.since.map(({ move, accepted, active, status }) => [move, accepted, active, status])
		).toEqual([
			['api', true, undefined, 200],
			['introspection', true, false, 200],
			['api', false, undefined, 401]
		]);
	});

	it('RFC 6749 §6: a refresh with it is one, and a call that nobody answered is not known', () => {
		const refresh = outcome('refresh', 'grant_type=refresh_token&refresh_token=r', undefined, 400);
		const story = revokedToken({
			outcomes: [revoke('r'), refresh, outcome('api', undefined, undefined, 0, 'DPoP r')]
		});
		expect(story?.since).toMatchObject([
			{ move: 'refresh', accepted: false, status: 400 },
			{ move: 'api', accepted: false }
		]);
		expect(story?.since[1]).not.toHaveProperty('status');
		expect(story).not.toHaveProperty('before');
	});
});
