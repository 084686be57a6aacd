import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/lexicon/result';
import { casePageTexts as texts } from '$lib/lessons/en/case/page';
import CasePage from '$lib/panels/case/CasePage.svelte';
import { Cases } from '$lib/state/cases.svelte';
import type { CaseAbout, CaseFailure, CaseStore } from '$lib/trace/case';
import { parseCases } from '$lib/trace/case-file';
import type { Trace } from '$lib/trace/fact';
import { importTexts } from '$lib/lessons/en/intake/import';
import type { FileRead, ReadHow } from '$lib/recording/read/about';
import { door } from '../../fixtures/door';
import { show, walkWith } from '../../fixtures/panel';
import { at, createSigner } from '../../fixtures/tokens';
import { secretsOfTheWalk, verifier, wholeWalk } from '../../fixtures/walk';

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

/** A store in memory. `fails`: what the next act comes to. */
class PlainStore implements CaseStore {
	on = false;
	kept = new Map<string, { about: CaseAbout; trace: string }>();
	fails: CaseFailure | undefined;
	changed: () => void = () => undefined;

	read: CaseStore['read'] = () =>
		Promise.resolve(
			ok({ on: this.on, cases: [...this.kept.values()].map(({ about }) => about), unreadable: 0 })
		);
	#act(act: () => void): ReturnType<CaseStore['turn']> {
		const { fails } = this;
		this.fails = undefined;
		if (fails) return Promise.resolve(fail(fails));
		act();
		return Promise.resolve(ok(true as const));
	}
	turn: CaseStore['turn'] = (on) => this.#act(() => (this.on = on));
	add: CaseStore['add'] = (all) => this.#act(() => all.forEach((one) => this.kept.set(one.about.id, one)));
	change: CaseStore['change'] = (id, change) => {
		const known = this.kept.get(id);
		if (!known) return Promise.resolve(fail({ reason: 'gone' }));
		return this.#act(() => this.kept.set(id, { ...known, about: { ...known.about, ...change } }));
	};
	open: CaseStore['open'] = (id) => {
		const known = this.kept.get(id);
		return Promise.resolve(known ? ok(known.trace) : fail({ reason: 'gone' as const }));
	};
	remove: CaseStore['remove'] = (ids) =>
		this.#act(() => (ids === 'all' ? this.kept.clear() : ids.forEach((id) => this.kept.delete(id))));
	usage: CaseStore['usage'] = () => Promise.resolve({ usage: 1_000_000, quota: 1_000_000_000 });
	watch: CaseStore['watch'] = (changed) => {
		this.changed = changed;
		return () => undefined;
	};
}

let store: PlainStore;
let saved: [name: string, text: string][];
let visited: string[];
beforeEach(() => {
	store = new PlainStore();
	saved = [];
	visited = [];
});

async function open(kept: Trace = trace) {
	let names = 0;
	const { walk } = await walkWith([]);
	show(walk, CasePage, {
		cases: new Cases(store, { now: () => at, name: () => `case-${++names}` }),
		tab: () => Promise.resolve(ok(kept)),
		now: () => at,
		href: (path: string) => path,
		visit: (path: string) => void visited.push(path),
		save: (name: string, text: string) => void saved.push([name, text])
	});
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
	fireEvent.input(await screen.findByLabelText(label), { target: { value } });
async function keep(name: string, raw = false) {
	await type(texts.save.name, name);
	if (raw) await fireEvent.click(screen.getByLabelText(texts.save.raw));
	await press(texts.save.tab);
	await screen.findByText(texts.save.done(name));
}
async function openWith(...names: string[]) {
	await open();
	await press(texts.off.act);
	for (const name of names) await keep(name);
}

describe('the page of cases', () => {
	it('has the attempts of the tab without asking, and stores nothing', async () => {
		await open();
		expect(await screen.findByRole('list', { name: texts.tab.title })).toBeTruthy();
		expect(await screen.findByText(texts.off.why)).toBeTruthy();
		expect(screen.queryByRole('button', { name: texts.save.tab })).toBeNull();
		expect(store).toMatchObject({ on: false, kept: new Map() });
	});

	it('keeps a case without its secrets', async () => {
		await openWith('Ticket 1');
		const [kept] = store.kept.values();
		for (const secret of secretsOfTheWalk) expect(kept?.trace).not.toContain(secret);
		expect(kept?.about).toMatchObject({ name: 'Ticket 1', redacted: true, attempts: 1 });
		expect(await screen.findByText(texts.list.redacted)).toBeTruthy();
	});

	it('keeps secrets by a choice that is made for each, and says so', async () => {
		await openWith();
		await keep('raw', true);
		await keep('clean');
		const [raw, clean] = [...store.kept.values()];
		expect(raw?.trace).toContain(verifier);
		expect(clean?.trace).not.toContain(verifier);
		expect(await screen.findByText(texts.list.raw)).toBeTruthy();
	});

	it('exports all in one file, and leaves the secrets out unless they are wanted', async () => {
		await openWith();
		await keep('raw', true);
		await press(texts.list.exportAll);
		await waitFor(() => expect(saved).toHaveLength(1));
		const [[name, text] = ['', '']] = saved;
		expect(name).toBe(texts.list.file);
		expect(text).not.toContain(verifier);
		expect(parseCases(text)).toMatchObject({ ok: true, value: { cases: [{ name: 'raw' }] } });
		await fireEvent.click(screen.getByLabelText(texts.list.exportRaw(1)));
		await press(texts.list.exportAll);
		await waitFor(() => expect(saved[1]?.[1]).toContain(verifier));
	});

	it('finds, renames and deletes', async () => {
		await openWith('apples', 'pears');
		await type(texts.list.search, 'pear');
		expect(document.querySelectorAll('[data-case]')).toHaveLength(1);
		await press(texts.list.of(texts.list.edit, 'pears'));
		const fields = await screen.findAllByLabelText(texts.save.name);
		await fireEvent.input(fields.at(-1)!, { target: { value: 'pear tree' } });
		await press(texts.list.store);
		await waitFor(() =>
			expect([...store.kept.values()].map(({ about }) => about.name)).toContain('pear tree')
		);
		await press(texts.list.remove);
		await press(texts.list.removeYes);
		await waitFor(() => expect([...store.kept.values()].map(({ about }) => about.name)).toEqual(['apples']));
	});

	it('compares two of them', async () => {
		await openWith('one', 'two');
		for (const name of ['one', 'two'])
			await fireEvent.click(await screen.findByLabelText(texts.list.choose(name)));
		await press(texts.list.compare);
		await waitFor(() => expect(visited).toEqual(['/compare/']));
	});

	it('opens one as a walk', async () => {
		await openWith('one');
		await press(texts.list.of(texts.list.open, 'one'));
		await waitFor(() => expect(visited).toEqual(['/flow/configure/']));
	});

	it('asks what becomes of what is stored when it is switched off', async () => {
		await openWith('one');
		await press(texts.on.turnOff);
		expect(await screen.findByText(texts.on.ask(1))).toBeTruthy();
		await press(texts.on.keep);
		await waitFor(() => expect(store.on).toBe(false));
		expect(store.kept.size).toBe(1);
		expect(await screen.findByText(texts.on.isOff)).toBeTruthy();
		expect(screen.queryByRole('button', { name: texts.save.tab })).toBeNull();
	});

	it('keeps what is being written when another tab deletes the case', async () => {
		await openWith('one');
		await press(texts.list.of(texts.list.edit, 'one'));
		const notes = (await screen.findAllByLabelText(texts.save.notes)).at(-1)!;
		await fireEvent.input(notes, { target: { value: 'half a sentence' } });
		store.kept.clear();
		store.changed();
		expect(await screen.findByText(texts.gone)).toBeTruthy();
		expect(screen.getByDisplayValue('half a sentence')).toBeTruthy();
		await press(texts.list.store);
		expect(await screen.findByText(texts.troubles.gone.title)).toBeTruthy();
		expect(screen.getByDisplayValue('half a sentence')).toBeTruthy();
	});

	it('says that there is no room, and keeps what was typed', async () => {
		await openWith();
		store.fails = { reason: 'full' };
		await type(texts.save.name, 'too much');
		await press(texts.save.tab);
		expect(await screen.findByText(texts.troubles.full.title)).toBeTruthy();
		expect(screen.getByDisplayValue('too much')).toBeTruthy();
		expect(store.kept.size).toBe(0);
	});

	it('says that the browser keeps nothing, and has the attempts all the same', async () => {
		store.read = () => Promise.resolve(fail({ reason: 'blocked' }));
		await open();
		expect(await screen.findByText(texts.troubles.blocked.title)).toBeTruthy();
		expect(await screen.findByRole('list', { name: texts.tab.title })).toBeTruthy();
	});
});

describe('a recording that is kept', () => {
	it('is read with its progress, can be cancelled, and is kept under its name', async () => {
		const before = { ...door };
		const asked: (ReadHow & { end: (read: FileRead | undefined) => void })[] = [];
		door.bring = (file) => Promise.resolve({ name: file.name, text: '', recording: file });
		door.read = (_, how) => new Promise((end) => asked.push({ ...how, end }));
		await open();
		await press(texts.off.act);
		const input = await screen.findByLabelText(texts.save.file);
		await fireEvent.change(input, { target: { files: [new File(['{}'], 'customer.har')] } });
		await waitFor(() => expect(asked.length).toBe(1));
		expect(screen.getByRole('progressbar')).toBeTruthy();
		await press(importTexts.cancel);
		expect([asked[0]?.signal.aborted, store.kept.size]).toEqual([true, 0]);
		await press(importTexts.again);
		await waitFor(() => expect(asked.length).toBe(2));
		asked[1]?.end({ trace: ok(trace) });
		expect(await screen.findByText(texts.save.done('customer.har'))).toBeTruthy();
		expect([...store.kept.values()].map(({ about }) => about.name)).toEqual(['customer.har']);
		Object.assign(door, before);
	});
});
