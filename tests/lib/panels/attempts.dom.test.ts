import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { differenceTexts } from '$lib/lessons/en/compare/differences';
import { attemptEndTexts, attemptTexts } from '$lib/lessons/en/walk/attempts';
import AttemptBar from '$lib/panels/walk/AttemptBar.svelte';
import type { Trace } from '$lib/trace/fact';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { generated, left, state, tokenFact, verifier, wholeWalk } from '../../fixtures/walk';

const other = 'state-of-the-second-attempt-0123456789';
let two: Trace;
beforeAll(async () => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const refused = [...walk.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)];
	two = [
		...refused,
		generated('authorize', { state: other, nonce: 'n' }),
		left({ state: other, scope: 'openid' })
	];
});

describe('the bar of attempts', () => {
	it('says which one is shown, and how each has ended', async () => {
		const { walk } = await walkWith(two);
		show(walk, AttemptBar, {});
		expect(screen.getByText(attemptTexts.place(2, 2))).toBeTruthy();
		const options = screen.getAllByRole('option').map((option) => option.textContent ?? '');
		expect(options[0]).toContain(attemptEndTexts.waiting);
		expect(options[1]).toContain(attemptEndTexts.refused);
	});

	it('opens another one', async () => {
		const { walk } = await walkWith(two);
		show(walk, AttemptBar, {});
		await fireEvent.click(screen.getByRole('button', { name: new RegExp(attemptTexts.openThis(1)) }));
		expect(await screen.findByText(attemptTexts.place(1, 2))).toBeTruthy();
		expect(walk.playground.session.exchange?.error?.error).toBe('invalid_grant');
	});

	it('closes its list when one was opened there, and the chooser has the focus', async () => {
		const { walk } = await walkWith(two);
		show(walk, AttemptBar, {});
		const fold = screen.getByText(attemptTexts.all(2)).closest('details');
		if (!fold) throw new Error('no fold');
		fold.open = true;
		await fireEvent(fold, new Event('toggle'));
		await fireEvent.click(screen.getByRole('button', { name: new RegExp(attemptTexts.openThis(1)) }));
		await screen.findByText(attemptTexts.place(1, 2));
		await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(attemptTexts.open)));
		expect(fold.open).toBe(false);
	});

	it('says what differs, without the values that are new in every attempt', async () => {
		const { walk } = await walkWith(two);
		show(walk, AttemptBar, {});
		const fold = screen.getByText(attemptTexts.all(2)).closest('details');
		if (!fold) throw new Error('no fold');
		fold.open = true;
		await fireEvent(fold, new Event('toggle'));
		const list = await screen.findByRole('list', { name: differenceTexts.list });
		const rows = [...list.children].map((row) => row.getAttribute('data-meaning'));
		expect(rows).toEqual(['end', 'scope']);
		for (const value of [verifier, state, other]) expect(document.body.textContent).not.toContain(value);
	});
});
