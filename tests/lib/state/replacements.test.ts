import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prerenderWorld } from '$lib/browser/prerender-world';
import { failedAttempt } from '$lib/flow/attempts';
import { fail, ok } from '$lib/lexicon/result';
import { Drafts } from '$lib/state/drafts.svelte';
import { Playground } from '$lib/state/playground.svelte';
import { Replacements, type StoredReplacement } from '$lib/state/replacements.svelte';
import type { Trace } from '$lib/trace/fact';
import type { Replacement } from '$lib/trace/replacement';
import { PlainMemory } from '../../fixtures/memory';
import { createSigner } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	generated,
	left,
	returned,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let walk: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});

/** The storage of a tab: both walks share its room. */
class Tab {
	replaced: Replacement | undefined;
	drafts: Record<string, string> = {};
	readonly memory = new PlainMemory([], () => this.replaced?.walk?.trace.length ?? 0);
	readonly stored: StoredReplacement = {
		read: () => Promise.resolve(ok(this.replaced)),
		write: (value) => {
			if ((value.walk?.trace.length ?? 0) + this.trace.length > this.memory.room)
				return fail({ reason: 'storage-full' });
			this.replaced = value;
			return ok(true);
		},
		clear: () => (this.replaced = undefined)
	};

	get trace(): Trace {
		return this.memory.kept;
	}

	async open() {
		const playground = new Playground({ ...prerenderWorld, now: () => 1 }, this.memory);
		const drafts = new Drafts({
			read: () => Promise.resolve({ value: this.drafts }),
			write: (values) => (this.drafts = values)
		});
		await drafts.restore();
		await playground.restore();
		const replacements = new Replacements(playground, drafts, this.stored);
		await replacements.restore();
		return { playground, drafts, replacements };
	}
}

let tab: Tab;
beforeEach(() => {
	tab = new Tab();
	tab.memory.kept = walk;
	tab.drafts = { verifier: 'half typed' };
});

describe('a walk that is replaced', () => {
	it('comes back wholly, with what was typed', async () => {
		const { playground, drafts, replacements } = await tab.open();
		await replacements.replace({ by: 'import', file: 'a.json', trace: [configured({ clientId: 'b' })] });
		expect(drafts.get('verifier')).toBeUndefined();
		expect(drafts.get('configure clientId')).toBe('b');
		await replacements.undo();
		expect(playground.trace).toEqual(walk);
		expect(playground.session).toEqual(await sessionAfter(walk));
		expect(drafts.written).toEqual({ verifier: 'half typed' });
		expect(tab.trace).toEqual(walk);
	});

	it('comes back after a reload', async () => {
		await (await tab.open()).replacements.replace({ by: 'fresh', trace: [] });
		const { playground, drafts, replacements } = await tab.open();
		await replacements.undo();
		expect(playground.trace).toEqual(walk);
		expect(drafts.written).toEqual({ verifier: 'half typed' });
	});

	it('changes places with what took its place, as often as one likes', async () => {
		const { playground, replacements } = await tab.open();
		const other = [configured()];
		await replacements.replace({ by: 'import', trace: other });
		for (const expected of [walk, other, walk]) {
			await replacements.undo();
			expect(playground.trace).toEqual(expected);
			expect(replacements.last?.by).toBe('undo');
		}
	});

	it('is forgotten when it is dismissed, here and in what is kept', async () => {
		const { playground, replacements } = await tab.open();
		await replacements.replace({ by: 'fresh', trace: [] });
		replacements.dismiss();
		await replacements.undo();
		expect(playground.trace).toEqual([]);
		expect(tab.replaced).toBeUndefined();
	});

	it('is no offer when what should take its place was not kept: it is there, with what was typed', async () => {
		await (await tab.open()).replacements.replace({ by: 'import', file: 'a.json', trace: [configured()] });
		tab.memory.kept = walk;
		tab.memory.notKept = { reason: 'walk-not-kept' };
		const { playground, drafts, replacements } = await tab.open();
		expect(playground.trace).toEqual(walk);
		expect(replacements.last).toBeUndefined();
		expect(drafts.written).toEqual({ verifier: 'half typed' });
		expect(tab.replaced).toBeUndefined();
	});

	it('is no offer when there was nothing', async () => {
		tab.memory.kept = [];
		const { replacements } = await tab.open();
		await replacements.replace({ by: 'import', file: 'a.json', trace: walk });
		expect(replacements.last).toEqual({ by: 'import', file: 'a.json', messages: 8 });
	});
});

describe('a file with several sign-ins', () => {
	const again = [generated('authorize', { state: 'second', nonce: 'n' }), left({ state: 'second' })];
	const refused = (): Trace => [...walk.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)];

	it('is opened at the one that failed, so that a good one does not hide it', async () => {
		const { playground, replacements } = await tab.open();
		await replacements.replace({ by: 'import', trace: [...refused(), ...again], opens: failedAttempt });
		expect(playground.walk.current).toBe(0);
		expect(playground.session.exchange?.error?.error).toBe('invalid_grant');
	});

	it('comes back as it was left', async () => {
		tab.memory.kept = [...refused(), ...again];
		const { playground, replacements } = await tab.open();
		await replacements.replace({ by: 'fresh', trace: [] });
		await replacements.undo();
		expect(playground.walk.current).toBe(1);
	});
});

describe('room for both walks', () => {
	it.each([
		['exactly enough', 0, true],
		['one fact too little', -1, false]
	])('%s: asking changes nothing that is kept', async (_, more, expected) => {
		const { replacements } = await tab.open();
		await replacements.replace({ by: 'fresh', trace: walk.slice(0, 3) });
		const next = [...walk, ...walk];
		tab.memory.room = next.length + 3 + more;
		const before = { trace: tab.trace, replaced: tab.replaced };
		expect(replacements.fits({ by: 'import', trace: next })).toBe(expected);
		expect({ trace: tab.trace, replaced: tab.replaced }).toEqual(before);
	});

	it('missing: the new walk is kept, and the old one as long as the page is open', async () => {
		const { playground, replacements } = await tab.open();
		tab.memory.room = walk.length;
		await replacements.replace({ by: 'import', trace: walk.slice(0, 3) });
		expect(tab.trace).toHaveLength(3);
		expect(playground.trouble).toBeUndefined();
		expect(tab.replaced).toBeUndefined();
		expect(replacements.isBrief).toBe(true);
		await replacements.undo();
		expect(playground.trace).toEqual(walk);
		expect(tab.trace).toEqual(walk);
	});
});

describe('the place to look at', () => {
	it.each([
		['nothing', () => [], 'configure'],
		['a callback', () => walk.slice(0, 7), 'callback'],
		['a whole walk', () => walk, 'renew'],
		['a refused code', () => [...walk.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)], 'exchange'],
		[
			'a refused sign-in',
			() => [...walk.slice(0, 6), returned(callbackUrl({ error: 'access_denied' }))],
			'callback'
		]
	] as const)('of %s', async (_, facts, place) => {
		tab.memory.kept = facts();
		expect((await tab.open()).replacements.place).toBe(place);
	});
});
