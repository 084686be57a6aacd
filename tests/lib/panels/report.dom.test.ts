import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportTexts as texts } from '$lib/lessons/en/report/report';
import { ticketTexts, variantTexts } from '$lib/lessons/en/report/ticket';
import { toldTexts } from '$lib/lessons/en/report/told';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import ReportPage from '$lib/panels/report/ReportPage.svelte';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { generated, left, secretsOfTheWalk, tokenFact, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
let failed: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
	failed = [...whole.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)];
});

let copied: string[] = [];
let refuses = false;
beforeEach(() => {
	copied = [];
	refuses = false;
	vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) =>
		refuses ? Promise.reject(new Error('refused')) : Promise.resolve(void copied.push(text))
	);
});

async function open(trace: Trace) {
	const saved: [name: string, text: string, type?: string][] = [];
	const { walk } = await walkWith(trace);
	walk.save = (name, text, type) => void saved.push(type === undefined ? [name, text] : [name, text, type]);
	show(walk, ReportPage, {});
	const act = async (label: string): Promise<void> => {
		await waitFor(() => expect(walk.bar.action?.label).toBe(label));
		await waitFor(() => expect(walk.bar.action?.disabled).toBe(false));
		walk.bar.action?.act?.();
	};
	return { walk, saved, act };
}

const preview = async (name: string): Promise<string> =>
	(await screen.findByRole('region', { name })).textContent ?? '';
const tab = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));

describe('the page of the report', () => {
	it('shows the ticket before it is copied, then copies just that, and says so', async () => {
		const { walk, act } = await open(failed);
		const shown = await preview(texts.preview.ticket);
		expect(shown).toContain('error: invalid_grant');
		await act(texts.copy.ticket);
		expect(await screen.findByText(/^Copied: \d+ lines\.$/)).toBeTruthy();
		expect(copied).toEqual([shown]);
		expect(walk.bar.action?.label).toBe(texts.isCopied);
	});

	it('says where the browser does not let it copy', async () => {
		refuses = true;
		const { act } = await open(failed);
		await act(texts.copy.ticket);
		expect(await screen.findByText(texts.refused)).toBeTruthy();
	});

	it('follows the form of a help desk', async () => {
		await open(failed);
		expect(await preview(texts.preview.ticket)).not.toContain(ticketTexts.questions.everyone);
		await fireEvent.click(screen.getByRole('button', { name: variantTexts.questions }));
		expect(await preview(texts.preview.ticket)).toContain(ticketTexts.questions.everyone);
	});

	it('gives the page, the walk file and the HAR file, by names that say what they are', async () => {
		const { saved, act } = await open(failed);
		await screen.findByRole('tab', { name: texts.forms.page });
		for (const form of ['page', 'json', 'har'] as const) {
			await tab(texts.forms[form]);
			await act(texts.download[form]);
		}
		expect(saved.map(([name, , type]) => `${name} ${type}`)).toEqual([
			'sign-in-idp-example-attempt-1-2026-01-02.html text/html',
			'sign-in-idp-example-attempt-1-2026-01-02.json application/json',
			'sign-in-idp-example-attempt-1-2026-01-02.har application/json'
		]);
		for (const [, text] of saved) for (const secret of secretsOfTheWalk) expect(text).not.toContain(secret);
	});

	it('shows the page itself, apart from this site', async () => {
		await open(failed);
		await screen.findByRole('tab', { name: texts.forms.page });
		await tab(texts.forms.page);
		const place = (await screen.findByRole('region', { name: texts.preview.page })).querySelector(
			'[data-page]'
		);
		await waitFor(() => expect(place?.shadowRoot?.textContent).toContain('invalid_grant'));
	});

	it('puts secrets in by a second step, which says what that gives away, and takes them out again', async () => {
		const { saved, act } = await open(whole);
		await screen.findByRole('tab', { name: texts.forms.json });
		await tab(texts.forms.json);
		const fold = screen.getByText(texts.secrets.title).closest('details');
		if (!fold) throw new Error('no fold');
		fold.open = true;
		await fireEvent(fold, new Event('toggle'));
		expect(await screen.findByText('code_verifier')).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: texts.secrets.put }));
		expect(screen.queryByText(texts.secrets.on)).toBeNull();
		await fireEvent.click(await screen.findByRole('button', { name: texts.secrets.confirm }));
		expect(await screen.findByText(texts.secrets.on)).toBeTruthy();
		await act(texts.download.json);
		expect(saved[0]?.[0]).toMatch(/-with-secrets\.json$/);
		expect(saved[0]?.[1]).toContain(secretsOfTheWalk[0]);
		await fireEvent.click(screen.getByRole('button', { name: texts.secrets.out }));
		await act(texts.download.json);
		expect(saved[1]?.[1]).not.toContain(secretsOfTheWalk[0]);
	});

	it('gives one attempt or all of them', async () => {
		const { saved, act } = await open([
			...failed,
			generated('authorize', { state: 'another', nonce: 'n' }),
			left({ state: 'another' })
		]);
		await screen.findByRole('tab', { name: texts.forms.json });
		await tab(texts.forms.json);
		await act(texts.download.json);
		await fireEvent.click(screen.getByRole('button', { name: texts.scope.all(2) }));
		await act(texts.download.json);
		expect(saved.map(([name]) => name)).toEqual([
			expect.stringContaining('attempt-2'),
			expect.stringContaining('all-attempts')
		]);
		expect(saved[0]?.[1]).not.toContain('invalid_grant');
		expect(saved[1]?.[1]).toContain('invalid_grant');
	});

	it('says of a walk in progress that it is not finished', async () => {
		await open(whole.slice(0, 6));
		expect(await screen.findByText(toldTexts.unfinished(stepTexts.callback.title))).toBeTruthy();
	});

	it('says of a sanitised one that secrets had been taken out before', async () => {
		await open(redact(failed));
		expect(await screen.findByText(toldTexts.redactedBefore)).toBeTruthy();
	});

	it('leads to a walk where there is none', async () => {
		const { walk } = await open([]);
		expect(screen.getByText(texts.empty.title)).toBeTruthy();
		expect(walk.bar.action?.href).toBe('/flow/configure/');
	});
});
