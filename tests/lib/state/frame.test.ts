/** What a walk tells the page around its frame, and what it does for it. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { EmbedEvent } from '$lib/lexicon/embedding';
import { stepIds } from '$lib/lexicon/steps';
import { carryOut } from '$lib/state/carry-out';
import { Compact } from '$lib/state/compact.svelte';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import { isAtOwnServers } from '$lib/state/own-servers';
import { StepEnds } from '$lib/state/step-ends';
import { plainLook } from '$lib/trace/embed-look';
import type { Fact, Trace } from '$lib/trace/fact';
import { walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import {
	configuration,
	configured,
	discovered,
	generated,
	metadata,
	verifier,
	wholeWalk
} from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

const elsewhere = { ...configuration, issuer: 'https://site.example/idp' };

describe('a walk goes to the servers of the site alone', () => {
	test('before it has begun, and when it goes by what the form had at first', async () => {
		expect(isAtOwnServers((await walkWith([])).walk)).toBe(true);
		expect(isAtOwnServers((await walkWith(whole)).walk)).toBe(true);
	});

	test('not with another issuer, in the walk or in the form alone', async () => {
		expect(isAtOwnServers((await walkWith(whole, elsewhere)).walk)).toBe(false);
		const { walk } = await walkWith(whole);
		new ConfigurationDraft(walk.drafts, configuration).set('issuer', 'https://a.example');
		expect(isAtOwnServers(walk)).toBe(false);
	});

	test.each([{ apiUrl: 'https://evil.example/api' }, { redirectUri: 'https://evil.example/callback' }])(
		'not with %o',
		async (changes) => {
			const { walk } = await walkWith([configured(changes), discovered()]);
			expect(isAtOwnServers(walk)).toBe(false);
		}
	);

	test('not where its metadata names an endpoint elsewhere', async () => {
		const foreign = discovered({ ...metadata, token_endpoint: 'https://evil.example/token' });
		expect(isAtOwnServers((await walkWith([configured(), foreign])).walk)).toBe(false);
	});
});

describe('what the host wants', () => {
	test('of a run at another server is refused, and nothing is sent', async () => {
		const { walk } = await walkWith(whole, elsewhere);
		const to = vi.spyOn(walk.pilot, 'to');
		expect(carryOut({ command: 'run' }, walk, stepIds)).toBe('foreign-server');
		expect(to).not.toHaveBeenCalled();
	});

	test('of a run waits while the person edits a message, which may go anywhere', async () => {
		const { walk } = await walkWith([configured(), discovered()]);
		walk.drafts.set('edit token', '{}');
		const to = vi.spyOn(walk.pilot, 'to');
		expect(carryOut({ command: 'run' }, walk, stepIds)).toBe('busy');
		expect(isAtOwnServers(walk)).toBe(false);
		expect(to).not.toHaveBeenCalled();
	});

	test('of a run is done to the last step that the frame has', async () => {
		const { walk } = await walkWith([]);
		const to = vi.spyOn(walk.pilot, 'to').mockResolvedValue({ at: 'exchange', why: 'done' });
		expect(carryOut({ command: 'run' }, walk, ['verifier', 'exchange'])).toBeUndefined();
		expect(to).toHaveBeenCalledWith('exchange');
	});

	test('of a step leads there, if the frame has it', async () => {
		const { walk, visited } = await walkWith([]);
		expect(carryOut({ command: 'step', step: 'exchange' }, walk, stepIds)).toBeUndefined();
		expect(carryOut({ command: 'step', step: 'call' }, walk, ['exchange'])).toBe('not-here');
		expect(visited).toEqual(['/flow/exchange/']);
	});

	test('of a step that waits for the person at another server is refused', async () => {
		const { walk } = await walkWith([configured()], elsewhere);
		expect(carryOut({ command: 'step', step: 'exchange' }, walk, stepIds)).toBe('locked');
	});

	test('is refused while something else goes on', async () => {
		const { walk } = await walkWith([]);
		vi.spyOn(walk.pilot, 'isFlying', 'get').mockReturnValue(true);
		for (const command of ['run', 'reset'] as const)
			expect(carryOut({ command }, walk, stepIds)).toBe('busy');
	});

	test('of a fresh start leaves nothing of the walk, and it can be brought back', async () => {
		const { walk, visited } = await walkWith(whole);
		walk.drafts.set('verifier', 'typed');
		await carryOut({ command: 'reset' }, walk, ['challenge', 'exchange']);
		expect(visited).toEqual(['/flow/challenge/']);
		expect(walk.playground.trace).toEqual([]);
		expect(walk.drafts.get('verifier')).toBeUndefined();
		await walk.replacements.undo();
		expect(walk.playground.trace).toHaveLength(whole.length);
	});

	test('of a fresh start keeps the provider that the person is with', async () => {
		const { walk } = await walkWith(whole, elsewhere);
		carryOut({ command: 'reset' }, walk, stepIds);
		await vi.waitFor(() => expect(walk.playground.trace).toEqual([]));
		const form = () => new ConfigurationDraft(walk.drafts, elsewhere).configuration.issuer;
		await vi.waitFor(() => expect(form()).toBe(configuration.issuer));
	});

	test('of a walk is refused where none is shown, and the host is told', () => {
		const said: EmbedEvent[] = [];
		const compact = new Compact({ look: plainLook, link: '', ignored: [] }, (event) => said.push(event));
		compact.order({ command: 'run' });
		const end = compact.hear(() => undefined);
		compact.order({ command: 'run' });
		end();
		compact.order({ command: 'reset' });
		expect(said).toEqual([
			{ event: 'refused', command: 'run', why: 'not-here' },
			{ event: 'refused', command: 'reset', why: 'not-here' }
		]);
	});
});

describe('a page in a frame', () => {
	const openCompact = () => {
		const said: EmbedEvent[] = [];
		return {
			said,
			compact: new Compact({ look: plainLook, link: '', ignored: [] }, (event) => said.push(event))
		};
	};

	test('is ready once, and again as another page', () => {
		const { said, compact } = openCompact();
		compact.say({ event: 'ready', page: 'walk', step: 'authorize' });
		compact.say({ event: 'ready', page: 'walk', step: 'callback' });
		compact.say({ event: 'ready', page: 'walk' });
		compact.say({ event: 'ready', page: 'tokens' });
		compact.say({ event: 'ready', page: 'walk', step: 'tokens' });
		expect(said).toEqual([
			{ event: 'ready', page: 'walk', step: 'authorize' },
			{ event: 'step', step: 'callback' },
			{ event: 'ready', page: 'tokens' },
			{ event: 'ready', page: 'walk', step: 'tokens' }
		]);
	});

	test('begins an order when the one before is done, also where that failed', async () => {
		const { said, compact } = openCompact();
		let finish = (): void => undefined;
		const promise = new Promise<void>((_, reject) => {
			finish = () => reject(new Error('of the test'));
		});
		// It is not lost: whoever looks at errors of the page hears of it.
		const lost: unknown[] = [];
		process.once('unhandledRejection', (reason) => lost.push(reason));
		const begun: string[] = [];
		compact.hear(({ command }) => {
			begun.push(command);
			if (command === 'run') return 'busy';
			return begun.length === 1 ? promise : undefined;
		});
		compact.order({ command: 'reset' });
		compact.order({ command: 'reset' });
		compact.order({ command: 'run' });
		expect(begun).toEqual(['reset']);
		finish();
		await expect.poll(() => begun).toEqual(['reset', 'reset', 'run']);
		expect(said).toEqual([{ event: 'refused', command: 'run', why: 'busy' }]);
		await expect.poll(() => lost).toHaveLength(1);
	});
});

describe('ends of steps', () => {
	/** What is told of each fact, from the `begun`-th on. */
	async function toldOf(trace: Trace, begun = 0) {
		const { walk } = await walkWith(trace.slice(0, begun));
		const { playground } = walk;
		const ends = new StepEnds();
		ends.begin(playground.walk, playground.session);
		const told: string[] = [];
		const ask = () =>
			ends
				.news(playground.walk, playground.session)
				.forEach(({ step, end }) => told.push(`${step} ${end.ok ? 'ok' : end.code}`));
		for (const fact of trace.slice(begun)) {
			await playground.reader.read(fact);
			ask();
			ask();
		}
		return { told, playground, ask };
	}

	test('are told once each, as they come', async () => {
		const { told } = await toldOf(whole);
		expect([...new Set(told)]).toEqual(expect.arrayContaining(stepIds.slice(0, 8).map((id) => `${id} ok`)));
	});

	test('of what was there before are no news', async () => {
		expect((await toldOf(whole, whole.length)).told).toEqual([]);
	});

	test('of a walk that took the place of this one are no news', async () => {
		const { told, playground, ask } = await toldOf([]);
		await playground.replace(whole);
		ask();
		expect(told).toEqual([]);
	});

	test('of what is done once more are told once more', async () => {
		const again: Fact = generated('verifier', { code_verifier: verifier });
		const { told } = await toldOf([configured(), discovered(), again, { ...again }]);
		expect(told.filter((one) => one === 'verifier ok')).toHaveLength(2);
	});
});
