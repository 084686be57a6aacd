/** Each mistake is really made against our servers, and really stopped by the check that the table names. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fromEditable, toEditable } from '$lib/flow/edit';
import { isReady, mistakes, obstacleTo, takesAnew } from '$lib/flow/mistakes';
import type { Session } from '$lib/flow/session';
import { mistakeIds, mistakeSteps, type MistakeId } from '$lib/lexicon/mistakes';
import { configuration, failed, Walker } from './walker';
import type { Configuration } from '$lib/trace/configuration';
import { createPairWorld, start } from './world';

// oauth4webapi puts the platform's own time into what it signs.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterAll(() => void vi.useRealTimers());

/** Every check of an attempt: the client's, and what the servers say that they decided. */
const allFailed = ({ authorizationResponse, second, unanswered, outcomes }: Session): string[] => [
	...[authorizationResponse, second].flatMap((one) => failed(one?.checks)),
	...[...(authorizationResponse?.inside ?? []), ...(unanswered ?? [])].flatMap(({ checks }) =>
		failed(checks)
	),
	...outcomes.flatMap(({ exchange }) => (exchange.inside ?? []).flatMap(({ checks }) => failed(checks)))
];

async function begin(changes: Partial<Configuration> = {}): Promise<Walker> {
	const walker = new Walker(createPairWorld());
	await walker.configure({ ...configuration, ...changes });
	return walker;
}

/** What the person does once the mistake lies open. */
async function send(walker: Walker, id: MistakeId): Promise<void> {
	const { move, edit, paste } = mistakes[id];
	const step = mistakeSteps[id];
	const { session } = walker;
	if (paste) return walker.arrive({ url: paste(session) ?? '' }, 'pasted');
	const made = (request: Parameters<typeof toEditable>[0]) =>
		edit ? fromEditable(edit(toEditable(request), session)) : request;
	const message = move?.(session) ?? 'token';
	if (message !== 'authorization')
		return walker.send(step, message, made, message === 'api' ? { url: configuration.apiUrl } : {});
	const asked = await walker.message(step, message);
	const { url } = made(asked);
	expect(url).not.toBe(asked.url);
	await walker.leave('authorize', url, 'tab', asked.url);
	const back = await walker.world.visit(url).catch(() => undefined);
	if (back === undefined) await walker.askWhy();
	else await walker.arrive({ url: back }, 'redirect');
}

describe('a mistake', () => {
	it.each(mistakeIds)('%s is stopped by its check', async (id) => {
		const walker = await begin();
		await walker.until(mistakes[id].after);
		expect(mistakes[id].isOpen(walker.session)).toBe(true);
		await send(walker, id);
		expect(allFailed(walker.session)).toContain(mistakes[id].stoppedBy);
	});

	it.each(mistakeIds.flatMap((id) => [[id, 'dpop'] as const, [id, 'par'] as const]))(
		'%s is stopped by its check in a walk with %s',
		async (id, extension) => {
			const walker = await begin({ extensions: [extension] });
			await walker.until(mistakes[id].after);
			expect(obstacleTo(walker.session, id, configuration.apiUrl)).toBeUndefined();
			await send(walker, id);
			expect(allFailed(walker.session)).toContain(mistakes[id].stoppedBy);
		}
	);

	it.each(mistakeIds)('%s cannot be made before its step', async (id) => {
		const walker = await begin();
		expect(mistakes[id].isOpen(walker.session)).toBe(false);
	});

	it.each(['wrong-verifier', 'hex-challenge', 'other-redirect-uri'] as const)(
		'%s takes a new attempt once the walk has gone further',
		async (id) => {
			const walker = await begin();
			await walker.until('renew');
			expect(mistakes[id].isOpen(walker.session)).toBe(false);
			await walker.startAnew();
			await walker.until(mistakes[id].after);
			expect(mistakes[id].isOpen(walker.session)).toBe(true);
		}
	);

	it.each(mistakeIds)('%s cannot be made with what somebody else recorded', async (id) => {
		const walker = await begin();
		await walker.until(mistakes[id].after);
		expect(mistakes[id].isOpen({ ...walker.session, recorded: true })).toBe(false);
	});

	it('leaves a plain challenge as it is: there is no digest to print', async () => {
		const walker = await begin();
		await walker.until('challenge', 'plain');
		const asked = toEditable(await walker.message('authorize', 'authorization'));
		expect(mistakes['hex-challenge'].edit?.(asked, walker.session)).toEqual(asked);
	});

	it('takes a new attempt to have a wrong state once more', async () => {
		const walker = await begin();
		await walker.until('callback');
		await send(walker, 'wrong-state');
		await walker.decide(true);
		expect(walker.status('callback')).toBe('failed');
		expect(isReady(walker.session, 'wrong-state')).toBe(false);
		expect(takesAnew(walker.session, 'wrong-state')).toBe(true);
	});

	it('leaves what was done before as it was where another answer takes its place', async () => {
		const walker = await begin();
		await walker.until('call');
		await send(walker, 'wrong-state');
		await walker.decide(true);
		expect(walker.walk.attempts[0].tokens).toBeDefined();
		expect(walker.walk.current).toBe(1);
		expect(walker.session.tokens).toBeUndefined();
	});
});

describe('a walk that cannot be broken in a certain way', () => {
	const { apiUrl } = configuration;

	it.each([
		['hex-challenge', { extensions: ['request-object'] }, 'signed-request'],
		['other-redirect-uri', { extensions: ['par', 'request-object'] }, 'signed-request'],
		['wrong-state', { responseMode: 'query.jwt' }, 'signed-response'],
		['id-token-at-api', { scope: 'read:timesheets' }, 'no-id-token'],
		['wrong-verifier', { extensions: ['request-object'] }, undefined],
		['code-again', { extensions: ['request-object'] }, undefined]
	] as const)('%s with %o: %s', async (id, changes, obstacle) => {
		const walker = await begin(changes as Partial<Configuration>);
		expect(obstacleTo(walker.session, id, apiUrl)).toBe(obstacle);
	});

	it('has a challenge that is no digest', async () => {
		const walker = await begin();
		await walker.until('challenge', 'plain');
		expect(obstacleTo(walker.session, 'hex-challenge', apiUrl)).toBe('plain-challenge');
	});

	it('names no API', async () => {
		const walker = await begin();
		expect(obstacleTo(walker.session, 'id-token-at-api', '')).toBe('no-api');
	});

	it('got no ID token', async () => {
		const walker = await begin({ scope: 'openid read:timesheets' });
		await walker.until('exchange');
		const { id_token: _, ...tokens } = walker.session.tokens!;
		expect(obstacleTo({ ...walker.session, tokens }, 'id-token-at-api', apiUrl)).toBe('no-id-token');
	});

	it.each(mistakeIds)('was recorded elsewhere: %s', async (id) => {
		const walker = await begin();
		expect(obstacleTo({ ...walker.session, recorded: true }, id, apiUrl)).toBe('recorded');
	});
});
