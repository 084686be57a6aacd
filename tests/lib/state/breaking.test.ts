import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Walk } from '$lib/state/context';
import type { Trace } from '$lib/trace/fact';
import { callbackUrl, configuration, tokenFact, wholeWalk } from '../../fixtures/walk';
import { walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';

let whole: Trace;
let walk: Walk;
let visited: string[];
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});
const untilReturned = async (): Promise<void> => {
	const end = whole.findIndex(({ kind }) => kind === 'returned') + 1;
	({ walk, visited } = await walkWith(whole.slice(0, end)));
};

/** What the panel does with the message that lies open. */
async function sendToken({ edited }: { edited: boolean }): Promise<void> {
	const { exchange } = tokenFact({ error: 'invalid_grant' }, 400);
	const asked = edited ? { asked: exchange.request } : {};
	await walk.playground.record({ step: 'exchange', move: 'token', exchange, ...asked });
}

describe('a mistake that was sent', () => {
	beforeEach(untilReturned);

	it('is known by the edit that went out with it', async () => {
		await walk.breaking.pick('wrong-verifier');
		expect(walk.breaking.isMade).toBe(true);
		expect(walk.breaking.sent).toBeUndefined();
		await sendToken({ edited: true });
		expect(walk.breaking.sent).toBe('wrong-verifier');
		expect(walk.breaking.wanted).toBeUndefined();
	});

	it('is none where the edit was taken back before', async () => {
		await walk.breaking.pick('wrong-verifier');
		walk.drafts.clear('edit token');
		await sendToken({ edited: false });
		expect(walk.breaking.sent).toBeUndefined();
	});

	it('is over when the next message of its kind goes out', async () => {
		await walk.breaking.pick('wrong-verifier');
		await sendToken({ edited: true });
		await sendToken({ edited: false });
		expect(walk.breaking.sent).toBeUndefined();
	});

	it('is over in a new attempt', async () => {
		await walk.breaking.pick('wrong-verifier');
		await sendToken({ edited: true });
		await walk.playground.startAnew();
		expect(walk.breaking.sent).toBeUndefined();
	});

	it('is a callback that was pasted', async () => {
		await walk.breaking.pick('wrong-state');
		await walk.playground.arrive({ url: callbackUrl({ state: 'another' }) }, 'pasted');
		await walk.playground.decide(true);
		expect(walk.breaking.sent).toBe('wrong-state');
		expect(walk.playground.status('callback')).toBe('failed');
	});
});

describe('doing it right', () => {
	it('begins a new attempt where the code is used up, and goes as far as it may', async () => {
		await untilReturned();
		await walk.breaking.pick('wrong-verifier');
		await sendToken({ edited: true });
		const { length } = walk.playground.walk.attempts;
		await walk.breaking.mend();
		expect(walk.playground.walk.attempts).toHaveLength(length + 1);
		expect(walk.breaking.sent).toBeUndefined();
		expect(walk.drafts.get('edit token')).toBeUndefined();
		expect(visited.at(-1)).toBe('/flow/authorize/');
	});

	it('keeps the attempt where nothing is used up', async () => {
		// To a server that this page has not asked nothing is sent by itself.
		({ walk, visited } = await walkWith(whole, { ...configuration, issuer: 'https://site.example/idp' }));
		await walk.breaking.pick('id-token-at-api');
		const [fact] = whole.filter((one) => one.kind === 'exchanged').filter(({ move }) => move === 'api');
		if (!fact) throw new Error('no call');
		const { step, move, exchange } = fact;
		await walk.playground.record({ step, move, exchange, asked: exchange.request });
		expect(walk.breaking.sent).toBe('id-token-at-api');
		const { length } = walk.playground.walk.attempts;
		await walk.breaking.mend();
		expect(walk.playground.walk.attempts).toHaveLength(length);
		expect(walk.drafts.get('edit api')).toBeUndefined();
		expect(visited.at(-1)).toBe('/flow/call/');
	});
});

it('says what a walk lacks for it, and lays nothing open', async () => {
	({ walk, visited } = await walkWith(whole));
	await walk.playground.configure({ ...walk.start, extensions: ['request-object'] });
	await walk.breaking.pick('hex-challenge');
	expect(walk.breaking.trouble).toBe('signed-request');
	expect(walk.breaking.isMade).toBe(false);
});
