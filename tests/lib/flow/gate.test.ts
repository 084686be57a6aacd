/** Nothing leaves unencrypted for another machine before the person has said yes to its host. */
import { describe, expect, it } from 'vitest';
import { refusedByGate } from '$lib/flow/gate';
import { emptySession, type Session } from '$lib/flow/session';
import { stepOf } from '$lib/flow/steps';
import { stepIds } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';
import { createSigner } from '../../fixtures/tokens';
import { configured, wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const allowed = (host: string): Fact => ({ kind: 'allowed', at: 0, step: 'configure', host });
const withYes = (...plainHosts: string[]): Session => ({ ...emptySession, plainHosts });

describe('the gate', () => {
	it.each([
		'https://login.example.com/token',
		'https://192.168.1.5/token',
		'http://localhost:9400/token',
		'http://idp.localhost/token',
		'http://127.0.0.1/token',
		'http://[::1]:9000/token'
	])('lets %s pass', (address) => {
		expect(refusedByGate(emptySession, address)).toBeUndefined();
	});

	it.each([
		['http://keycloak.local:8080/token', 'keycloak.local'],
		['http://192.168.1.5:8080/token', '192.168.1.5'],
		['http://127.evil.example/token', '127.evil.example'],
		['http://localhost.evil.example/token', 'localhost.evil.example'],
		['http://0.0.0.0/token', '0.0.0.0'],
		['http://[::ffff:127.0.0.1]/token', '[::ffff:7f00:1]'],
		['http://8.8.8.8/token', '8.8.8.8']
	])('stops %s until there is a yes to its host, and to no other', (address, host) => {
		expect(refusedByGate(emptySession, address)).toEqual({
			reason: 'plain-http',
			field: 'host',
			where: host
		});
		expect(refusedByGate(withYes('other.local', `x.${host}`), address)).toBeDefined();
		expect(refusedByGate(withYes('other.local', host), address)).toBeUndefined();
	});
});

describe('a walk at a host without TLS', () => {
	const host = 'keycloak.local';

	/** The same walk, with every address of the provider and of its API at this host. */
	const moved = (trace: Trace): Trace =>
		JSON.parse(
			JSON.stringify(trace).replaceAll(/https:\/\/(?:idp|api)\.example(?=[/"\\])/g, `http://${host}:8080`)
		) as Trace;

	/** Every message that a session can ask for, by how it is refused. */
	async function refusals(session: Session): Promise<Record<string, string>> {
		const asks = stepIds.flatMap((id) => Object.entries(stepOf(id).asks));
		const asked = asks.map(async ([move, ask]) => {
			const built = await ask(session, { url: `http://${host}:8080/x`, token: 'access_token' });
			return [move, built.ok ? 'sent' : built.failure.reason] as const;
		});
		return Object.fromEntries(await Promise.all(asked));
	}

	it('sends no message of any step before the yes, and each after it', async () => {
		const walk = moved(await wholeWalk(await createSigner('ES256')));
		const before = await refusals(await sessionAfter(walk));
		const after = await refusals(await sessionAfter([...walk, allowed(host)]));
		expect(Object.keys(before).length).toBeGreaterThan(10);
		const built = Object.keys(after).filter((move) => after[move] === 'sent');
		expect(built).toEqual(expect.arrayContaining(['discovery', 'authorization', 'token', 'jwks', 'api']));
		expect(Object.values(before)).not.toContain('sent');
		for (const move of built) expect([move, before[move]]).toEqual([move, 'plain-http']);
	});

	it('keeps its yes over a new configuration, and loses it with the walk', async () => {
		const session = await sessionAfter([
			allowed(host),
			configured({ issuer: `http://${host}` }),
			configured()
		]);
		expect(session.plainHosts).toEqual([host]);
		expect((await sessionAfter([])).plainHosts).toEqual([]);
	});
});
