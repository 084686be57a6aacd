import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { stepOfFact } from '$lib/flow/step-of-fact';
import { later } from '$lib/flow/step';
import { steps } from '$lib/flow/steps';
import { emptySession, type Session } from '$lib/flow/session';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { PartFailure } from '$lib/lexicon/part';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { prerenderWorld } from '$lib/browser/prerender-world';
import { Playground } from '$lib/state/playground.svelte';
import { Reader } from '$lib/state/reader.svelte';
import type { Fact, Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import { PlainMemory } from '../../fixtures/memory';
import { createSigner } from '../../fixtures/tokens';
import { wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let walk: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});
afterEach(() => vi.restoreAllMocks());

/** The file of these steps does not arrive; what it gives back brings it. */
function lose(...ids: StepId[]): () => void {
	const lost = new Set(ids);
	for (const step of steps) {
		const read = step.read.bind(step);
		vi.spyOn(step, 'read').mockImplementation((session, fact) =>
			lost.has(step.id) ? Promise.reject(new PartFailure()) : read(session, fact)
		);
		if (step.prepare)
			vi.spyOn(step, 'prepare').mockImplementation(() =>
				lost.has(step.id) ? Promise.reject(new PartFailure()) : Promise.resolve()
			);
	}
	return () => lost.clear();
}

const ofStep = (id: StepId): Fact[] => walk.filter((fact) => stepOfFact(fact) === id);
const readEach = async (reader: Reader, facts: Trace): Promise<void> => {
	await Promise.all(facts.map((fact) => reader.read(fact)));
};

describe('a fact that cannot be read', () => {
	it.each(stepIds)('of %s does not stop those after it, and is read again in its place', async (id) => {
		const bring = lose(id);
		const reader = new Reader();
		await readEach(reader, walk);
		expect(reader.trace).toEqual(walk);
		expect(reader.unread?.facts).toEqual(ofStep(id));
		expect(reader.isWhole).toBe(false);
		bring();
		await reader.again();
		expect(reader.unread).toBeUndefined();
		expect(reader.isWhole).toBe(true);
		expect(reader.session).toEqual(await sessionAfter(walk));
	});

	it('is read with the next fact, when that can be read', async () => {
		const bring = lose('verifier');
		const reader = new Reader();
		await readEach(reader, walk.slice(0, -1));
		bring();
		await reader.read(walk.at(-1)!);
		expect(reader.session).toEqual(await sessionAfter(walk));
	});

	it('lets what does not depend on it be read', async () => {
		const { tokens } = await sessionAfter(walk);
		lose('call');
		const reader = new Reader();
		await readEach(reader, walk);
		expect(reader.session.tokens).toEqual(tokens);
	});

	it('is tried again as often as somebody asks', async () => {
		lose('configure');
		const reader = new Reader();
		await reader.replace(walk);
		await reader.again();
		expect(reader.unread?.failures).toBe(2);
	});

	it('is gone on without, until all is read', async () => {
		const bring = lose('call');
		const reader = new Reader();
		await reader.replace(walk);
		reader.accept();
		expect(reader.isWhole).toBe(true);
		bring();
		await reader.again();
		lose('call');
		await reader.again();
		expect(reader.isWhole).toBe(false);
	});

	it('never changes what a whole reading gives, whatever is lost when', async () => {
		const whole = await sessionAfter(walk);
		const losses = fc.array(fc.constantFrom(...stepIds), { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(losses, fc.nat({ max: walk.length }), fc.boolean(), async (lost, at, between) => {
				const bring = lose(...lost);
				const reader = new Reader();
				const first = readEach(reader, walk.slice(0, at));
				const again = between ? reader.again() : undefined;
				if (!between) await first;
				bring();
				await readEach(reader, walk.slice(at));
				await Promise.all([first, again, reader.again()]);
				expect(reader.trace).toEqual(walk);
				expect(reader.session).toEqual(whole);
				vi.restoreAllMocks();
			}),
			{ numRuns: 25 }
		);
	});
});

describe('the moves of a step', () => {
	it('are fetched again when they did not arrive', async () => {
		const read = async (session: Session) => ({ ...session, code_verifier: 'read' });
		const fetch = vi
			.fn<() => Promise<{ moves: { asks: Record<never, never>; read: typeof read } }>>()
			.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
			.mockResolvedValue({ moves: { asks: {}, read } });
		const step = later<'verifier'>([], fetch);
		await expect(step.read(emptySession, walk[0]!)).rejects.toThrow(PartFailure);
		await expect(step.read(emptySession, walk[0]!)).resolves.toMatchObject({ code_verifier: 'read' });
	});
});

describe('a walk that is restored', () => {
	const unreadable = (broken: IntakeFailure, aside: string[]): PlainMemory =>
		Object.assign(new PlainMemory(), { broken, aside });

	it('starts nothing while something is unread, and gives out what is kept', async () => {
		const bring = lose('exchange');
		const playground = new Playground(prerenderWorld, new PlainMemory(walk));
		await playground.restore();
		expect(playground.restored).toBe(false);
		expect(playground.unreadable).toBe(formatTrace(walk));
		bring();
		await playground.reader.again();
		expect(playground.restored).toBe(true);
		expect(playground.unreadable).toBeUndefined();
		expect(playground.session).toEqual(await sessionAfter(walk));
	});

	it('takes in what comes while it is being read', async () => {
		const world = { ...prerenderWorld, now: () => 1 };
		const playground = new Playground(world, new PlainMemory(walk.slice(0, -1)));
		const restoring = playground.restore();
		const choosing = playground.chooseVerifier('x'.repeat(43));
		await Promise.all([restoring, choosing]);
		expect(playground.trace).toHaveLength(walk.length);
		expect(playground.session.code_verifier).toBe('x'.repeat(43));
		expect(playground.session).toEqual(await sessionAfter(playground.trace));
	});

	it('gives out what could not be parsed, as it was', async () => {
		const failure = { reason: 'storage-unreadable' } as const;
		const playground = new Playground(prerenderWorld, unreadable(failure, ['older', '{"facts":']));
		await playground.restore();
		expect(playground.trouble).toEqual(failure);
		expect(playground.unreadable).toBe('{"facts":');
		expect(playground.restored).toBe(true);
	});

	it('gives out nothing where storage is blocked: nothing is known to be there', async () => {
		const playground = new Playground(
			prerenderWorld,
			unreadable({ reason: 'storage-blocked' }, ['of another day'])
		);
		await playground.restore();
		expect(playground.unreadable).toBeUndefined();
	});
});
