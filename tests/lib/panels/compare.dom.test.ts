import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { ok } from '$lib/lexicon/result';
import { differenceTexts } from '$lib/lessons/en/compare/differences';
import { comparePageTexts as texts } from '$lib/lessons/en/compare/page';
import ComparePage from '$lib/panels/compare/ComparePage.svelte';
import type { Trace } from '$lib/trace/fact';
import { importTexts } from '$lib/lessons/en/intake/import';
import type { FileRead, ReadHow } from '$lib/recording/read/about';
import { door } from '../../fixtures/door';
import { show, walkWith } from '../../fixtures/panel';
import { at, createSigner } from '../../fixtures/tokens';
import { generated, left, metadata, tokenFact, wholeWalk } from '../../fixtures/walk';

let two: Trace;
beforeAll(async () => {
	const other = 'state-of-the-second-attempt-0123456789';
	const walk = await wholeWalk(await createSigner('ES256'));
	two = [
		...walk.slice(0, 7),
		tokenFact({ error: 'invalid_grant' }, 400),
		generated('authorize', { state: other, nonce: 'n' }),
		left({ state: other, scope: 'openid' })
	];
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => `${encode({ alg: 'RS256', kid: 'a' })}.${encode(claims)}.c2ln`;

async function open(trace: Trace = []) {
	const { walk } = await walkWith([]);
	show(walk, ComparePage, { tab: () => Promise.resolve(ok(trace)), now: () => at });
	await waitFor(() => expect(document.querySelector('[data-ready="true"]')).toBeTruthy());
}

async function paste(side: 'one' | 'other', text: string) {
	const field = screen.getByLabelText(texts.paste(texts.side[side]));
	await fireEvent.paste(field, { clipboardData: { getData: () => text } });
}

const meanings = async (): Promise<(string | null)[]> => {
	const list = await screen.findByRole('list', { name: differenceTexts.list });
	return [...list.children].map((row) => row.getAttribute('data-meaning'));
};

describe('the page that compares', () => {
	it('says what differs between two tokens, what matters first', async () => {
		await open();
		expect(screen.getByText(texts.waiting)).toBeTruthy();
		await paste('one', jwt({ aud: 'api', sub: 'a', scope: 'read write' }));
		expect(await screen.findByText(texts.oneMissing)).toBeTruthy();
		await paste('other', jwt({ aud: 'userinfo', sub: 'a', scope: 'read' }));
		expect(await meanings()).toEqual(['token-audience', 'granted-scope']);
	});

	it('says that nothing differs', async () => {
		await open();
		await paste('one', jwt({ aud: 'api', iat: 1 }));
		await paste('other', jwt({ aud: 'api', iat: 2 }));
		expect(await screen.findByText(differenceTexts.same)).toBeTruthy();
	});

	it('refuses a pair of two kinds in words', async () => {
		await open();
		await paste('one', jwt({ aud: 'api' }));
		await paste('other', JSON.stringify(metadata));
		expect(await screen.findByText(texts.mixed(texts.kinds.token, texts.kinds.metadata))).toBeTruthy();
	});

	it.each([
		['{"log": {"entries": [', undefined],
		['hello there', 'not-compared'],
		['{"access_token":"a","token_type":"Bearer"}', 'token-answer']
	] as const)('says of a side that cannot be read that it cannot: %s', async (text, why) => {
		await open();
		await paste('other', text);
		const alert = await screen.findByRole('alert');
		await waitFor(() => expect(alert.textContent.trim()).not.toBe(''));
		if (why !== undefined) expect(alert.textContent).toContain(texts.refused[why]);
		expect(alert.closest('[data-side]')?.getAttribute('data-side')).toBe('other');
	});

	it('compares two attempts of the tab, the newest one last', async () => {
		await open(two);
		for (const side of ['one', 'other'] as const) {
			const place = document.querySelector(`[data-side="${side}"]`);
			const button = [...(place?.querySelectorAll('button') ?? [])].find(
				({ textContent }) => textContent.trim() === texts.fromTab
			);
			await fireEvent.click(button!);
		}
		expect(await meanings()).toEqual(['end', 'scope']);
		expect(screen.getByLabelText<HTMLSelectElement>(texts.attempt(texts.side.other)).value).toBe('1');
	});

	it('reads a recording with its progress, can be cancelled, and tells what was in it', async () => {
		const before = { ...door };
		const asked: (ReadHow & { end: (read: FileRead | undefined) => void })[] = [];
		door.bring = (file) => Promise.resolve({ name: file.name, text: '', recording: file });
		door.read = (_, how) => new Promise((end) => asked.push({ ...how, end }));
		await open(two);
		const input = screen.getByLabelText(texts.chooseFor(texts.side.one));
		await fireEvent.change(input, { target: { files: [new File(['{}'], 'customer.har')] } });
		await waitFor(() => expect(asked.length).toBe(1));
		asked[0]?.report({ bytes: 1, of: 2, entries: 3 });
		expect(await screen.findByText(importTexts.progress(1, 2, 3))).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: importTexts.cancel }));
		expect(asked[0]?.signal.aborted).toBe(true);
		await fireEvent.click(await screen.findByRole('button', { name: importTexts.again }));
		await waitFor(() => expect(asked.length).toBe(2));
		asked[1]?.end({ trace: ok(two) });
		expect(await screen.findByLabelText(texts.attempt(texts.side.one))).toBeTruthy();
		Object.assign(door, before);
	});

	it('swaps the sides', async () => {
		await open();
		await paste('one', jwt({ aud: 'api', scope: 'read write' }));
		await paste('other', jwt({ aud: 'api', scope: 'read' }));
		expect(await screen.findByText(/the second lacks write/)).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: texts.swap }));
		expect(await screen.findByText(/the second adds write/)).toBeTruthy();
	});
});
