import { screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasFailed, type Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import { checkListTexts } from '$lib/lessons/en/checks/check-list';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { reportTexts } from '$lib/lessons/en/diagnosis/report';
import { errorTexts } from '$lib/lessons/en/failures/errors';
import { serverErrorTexts } from '$lib/lessons/en/failures/server-error';
import { outcomeTexts } from '$lib/lessons/en/walk/outcome';
import { earlierTexts } from '$lib/lessons/en/walk/attempts';
import CheckRows from '$lib/panels/check/CheckRows.svelte';
import Decisions from '$lib/panels/check/Decisions.svelte';
import OutcomeView from '$lib/panels/message/OutcomeView.svelte';
import Outcomes from '$lib/panels/message/Outcomes.svelte';
import type { Trace } from '$lib/trace/fact';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { tokenFact, wholeWalk } from '../../fixtures/walk';

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

describe('what came of a message', () => {
	it('stands above those of its kind before it, so that a refusal hides no tokens', async () => {
		const refused = { ...tokenFact({ error: 'invalid_grant' }, 400) };
		refused.exchange = { ...refused.exchange, id: 'second' };
		const { walk } = await walkWith([...trace.slice(0, 8), refused]);
		const { exchange } = walk.playground.session;
		if (!exchange) throw new Error('nothing came');
		show(walk, Outcomes, { outcome: exchange, title: 'The token response' });
		const [newest] = screen.getAllByRole('region', { name: 'The token response' });
		expect(newest && within(newest).getByRole('heading', { name: /400/ })).toBeTruthy();
		expect(screen.getByText(earlierTexts.title(1))).toBeTruthy();
		// Not drawn before somebody looks: a long walk has hundreds.
		expect(screen.queryByRole('region', { name: /^The answer at/ })).toBeNull();
	});

	it('has no status where only its body was pasted: nobody saw one', async () => {
		const refused = tokenFact({ error: 'invalid_grant' }, 400);
		refused.exchange = { ...refused.exchange, via: 'pasted', assumed: true };
		const { walk } = await walkWith([...trace.slice(0, 7), refused]);
		const { exchange } = walk.playground.session;
		if (!exchange) throw new Error('nothing came');
		show(walk, Outcomes, { outcome: exchange, title: 'The token response' });
		expect(screen.getByRole('heading', { name: 'The token response' })).toBeTruthy();
		expect(screen.getByText(outcomeTexts.bodyAlone)).toBeTruthy();
		expect(screen.queryByText(/400/)).toBeNull();
	});

	it('stands alone where there was none before it', async () => {
		const { walk } = await walkWith(trace.slice(0, 8));
		const { exchange } = walk.playground.session;
		if (!exchange) throw new Error('nothing came');
		show(walk, Outcomes, { outcome: exchange, title: 'The token response' });
		expect(screen.queryByText(earlierTexts.title(1))).toBeNull();
	});
});

describe('an error of the server', () => {
	const refused = tokenFact({ error: 'invalid_grant', error_description: 'The code is old.' }, 400);

	async function showRefused(earlier: boolean): Promise<void> {
		const { walk } = await walkWith([...trace.slice(0, 7), refused]);
		const { exchange } = walk.playground.session;
		if (!exchange) throw new Error('nothing came');
		show(walk, OutcomeView, { outcome: exchange, title: 'The token response', earlier });
	}
	const meaning = errorTexts.invalid_grant.why;

	it('is told by its cause, and its own words stand beside that', async () => {
		await showRefused(false);
		await screen.findByRole('list', { name: reportTexts.causes });
		expect(document.body.textContent).toContain(serverErrorTexts.title('invalid_grant'));
		expect(screen.getByText('The code is old.')).toBeTruthy();
		expect(document.body.textContent).not.toContain(meaning);
	});

	it('is told by the words of the standard where nothing looks for a cause', async () => {
		await showRefused(true);
		expect(document.body.textContent).toContain(meaning);
	});
});

describe('a check', () => {
	it('says what was expected and found, and what to change only where it failed', async () => {
		const { walk } = await walkWith(trace);
		const checks = [
			{
				id: 'callback-state',
				status: 'fail',
				expected: 'sent',
				actual: say('missing'),
				rfc: 'RFC 6749 §10.12'
			},
			{ id: 'callback-code', status: 'pass', actual: say('present'), rfc: 'RFC 6749 §4.1.2' }
		] as const;
		expect(hasFailed(checks)).toBe(true);
		show(walk, CheckRows, { checks, label: 'Checks' });
		const [failed, passed] = screen.getAllByRole('listitem');
		expect(failed?.textContent).toContain(textOf(say('missing')));
		expect(failed?.textContent).toContain(checkTexts['callback-state'].fix);
		expect(passed?.textContent).not.toContain(checkTexts['callback-code'].fix);
	});
});

describe('a decision', () => {
	it.each([
		['a phrase', say('refused-with', 'invalid_grant'), 'refused: invalid_grant'],
		['words of before there were phrases', 'tokens issued now', 'tokens issued now']
	])('that ended with %s is told by its words', async (_, outcome, text) => {
		const { walk } = await walkWith(trace);
		const checks: Check[] = [{ id: 'as-code-found', status: 'fail', rfc: 'RFC 6749 §4.1.3' }];
		show(walk, Decisions, { decisions: [{ endpoint: 'token', at: 1, checks, outcome }] });
		expect(document.body.textContent).toContain(checkListTexts.inside('token endpoint', text));
	});
});
