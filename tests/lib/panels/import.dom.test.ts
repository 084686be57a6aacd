import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { failureTexts } from '$lib/lessons/en/failures/failures';
import { importTexts, lackTexts, leftOutTexts, noteTexts, unfitTexts } from '$lib/lessons/en/intake/import';
import { fileNotes, leftOutReasons, unfitReasons } from '$lib/lexicon/recording';
import { fileLacks } from '$lib/lexicon/besides';
import ImportSummary from '$lib/panels/import/ImportSummary.svelte';
import ImportRun from '$lib/panels/import/ImportRun.svelte';
import type { FileAbout, FileRead, ReadHow } from '$lib/recording/read/about';
import { ok } from '$lib/lexicon/result';
import { show, walkWith } from '../../fixtures/panel';
import { door } from '../../fixtures/door';

const about: FileAbout = {
	form: 'har',
	bytes: 12,
	recorder: { name: 'WebInspector', version: '537.36' },
	browser: { name: 'Chrome', version: '140.0' },
	entries: 1_200,
	kept: 20,
	unread: Object.fromEntries(unfitReasons.map((reason) => [reason, 1])),
	leftOut: Object.fromEntries(leftOutReasons.map((reason) => [reason, 2])),
	first: Date.UTC(2026, 10, 28, 9),
	last: Date.UTC(2026, 10, 28, 9, 0, 12),
	lacks: [...fileLacks],
	notes: [...fileNotes],
	missing: ['a.json', 'a.json'],
	missingCount: 40
};
const read: FileRead = {
	about,
	found: { attempts: 2, messages: 9, servers: ['https://id.example'], clients: ['spa', 'other'] },
	trace: ok([])
};

describe('what was found in a file', () => {
	it('says all of it, and what was not found', async () => {
		const { walk } = await walkWith([]);
		show(walk, ImportSummary, { read });
		const text = screen.getByRole('group', { name: importTexts.found }).textContent;
		for (const said of [
			'the developer tools of Chrome or Edge 537.36, in Chrome 140.0',
			'2026-11-28 09:00:00 UTC to 2026-11-28 09:00:12 UTC',
			'1,200, of which 20 may belong to a sign-in',
			'2 attempts with 9 messages',
			...['https://id.example', 'spa', 'other', 'a.json', importTexts.more(38)],
			...unfitReasons.map((reason) => unfitTexts[reason](1)),
			...leftOutReasons.map((reason) => leftOutTexts[reason](2)),
			...fileLacks.map((lack) => lackTexts[lack]),
			...fileNotes.map((note) => noteTexts[note])
		])
			expect(text).toContain(said);
	});

	it('is told also where nothing of it can be opened', async () => {
		const { walk } = await walkWith([]);
		show(walk, ImportSummary, {
			read: { about, trace: { ok: false, failure: { reason: 'no-flow-recorded' } } }
		});
		expect(await screen.findByText(failureTexts['no-flow-recorded'].title)).toBeTruthy();
		expect(screen.getByText(importTexts.entriesKept(1_200, 20))).toBeTruthy();
	});
});

describe('a file that is read', () => {
	async function run() {
		const { walk } = await walkWith([]);
		const asked: (ReadHow & { end: (read: FileRead | undefined) => void })[] = [];
		door.read = (_, how) => new Promise((end) => asked.push({ ...how, end }));
		const file = new Blob(['x'.repeat(2_000_000)]);
		show(walk, ImportRun, { name: 'customer.har', file });
		await expect.poll(() => asked.length).toBe(1);
		return asked;
	}

	it('shows how far it is, in bytes and entries', async () => {
		const [first] = await run();
		first?.report({ bytes: 1_500_000, of: 2_000_000, entries: 12 });
		await tick();
		expect(screen.getByText(importTexts.progress(1_500_000, 2_000_000, 12))).toBeTruthy();
		expect(screen.getByRole('progressbar').getAttribute('value')).toBe('1500000');
		first?.end(read);
		expect(await screen.findByRole('group', { name: importTexts.found })).toBeTruthy();
	});

	it('is cancelled, and what comes after that is not shown; it can be read again', async () => {
		const asked = await run();
		await fireEvent.click(screen.getByRole('button', { name: importTexts.cancel }));
		expect(asked[0]?.signal.aborted).toBe(true);
		asked[0]?.end(read);
		await tick();
		expect(screen.getByText(importTexts.cancelled)).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: importTexts.again }));
		await expect.poll(() => asked.length).toBe(2);
		asked[1]?.end(read);
		expect(await screen.findByRole('group', { name: importTexts.found })).toBeTruthy();
	});
});
