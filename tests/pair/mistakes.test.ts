/** Each mistake is really made against our servers, and really stopped by the check that the table names. */
import { describe, expect, it } from 'vitest';
import { fromEditable, toEditable } from '$lib/flow/edit';
import { mistakes } from '$lib/flow/mistakes';
import type { Session } from '$lib/flow/session';
import { mistakeIds, mistakeSteps, type MistakeId } from '$lib/lexicon/mistakes';
import { configuration, failed, Walker } from './walker';
import { createPairWorld } from './world';

/** Every check of an attempt: the client's, and what the servers say that they decided. */
const allFailed = ({ authorizationResponse, second, unanswered, outcomes }: Session): string[] => [
	...[authorizationResponse, second].flatMap((one) => failed(one?.checks)),
	...[...(authorizationResponse?.inside ?? []), ...(unanswered ?? [])].flatMap(({ checks }) =>
		failed(checks)
	),
	...outcomes.flatMap(({ exchange }) => (exchange.inside ?? []).flatMap(({ checks }) => failed(checks)))
];

async function begin(): Promise<Walker> {
	const walker = new Walker(createPairWorld());
	await walker.configure(configuration);
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
	if (step !== 'authorize')
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
});
