import { beforeAll, describe, expect, test } from 'vitest';
import { endOf } from '$lib/flow/step-end';
import { checkCitations } from '$lib/lexicon/check-citations';
import { errorCodes } from '$lib/lexicon/errors';
import { stepIds } from '$lib/lexicon/steps';
import type { Trace } from '$lib/trace/fact';
import { sessionAfter } from '../../fixtures/session';
import { createSigner } from '../../fixtures/tokens';
import { callbackUrl, configured, discovered, returned, tokenFact, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

const upTo = (kind: string) => whole.slice(0, whole.findIndex((fact) => fact.kind === kind) + 1);

describe('a step ended', () => {
	test('well, every one of a walk that went well', async () => {
		const session = await sessionAfter(whole);
		for (const step of stepIds.slice(0, 8)) expect(endOf(session, step), step).toEqual({ ok: true });
	});

	test('not at all, before it has begun', async () => {
		expect(endOf(await sessionAfter([configured()]), 'exchange')).toBeUndefined();
	});

	test('badly, with the check that failed', async () => {
		const session = await sessionAfter([...upTo('left'), returned(callbackUrl({ state: 'another' }))]);
		expect(endOf(session, 'callback')).toEqual({ ok: false, code: 'callback-state' });
	});

	test('badly, with a registered error where no check failed', async () => {
		const session = await sessionAfter([...upTo('returned'), tokenFact({ error: 'invalid_grant' }, 400)]);
		const end = endOf(session, 'exchange');
		expect(end).toMatchObject({ ok: false });
		expect([...errorCodes, ...Object.keys(checkCitations)]).toContain(end && !end.ok && end.code);
	});

	test('badly, without a word of a server that no standard knows', async () => {
		const own = { error: 'access-token-of-the-walk-0123456789', error_description: 'secret' };
		const end = endOf(await sessionAfter([...upTo('returned'), tokenFact(own, 400)]), 'exchange');
		expect(JSON.stringify(end)).not.toContain('access-token');
	});

	test('badly, where nobody answered', async () => {
		const fact = discovered();
		const unanswered =
			fact.kind === 'exchanged'
				? { ...fact, exchange: { ...fact.exchange, failure: { reason: 'no-answer' as const } } }
				: fact;
		if (unanswered.kind === 'exchanged') delete unanswered.exchange.response;
		expect(endOf(await sessionAfter([configured(), unanswered]), 'configure')).toEqual({
			ok: false,
			code: 'other'
		});
	});
});
