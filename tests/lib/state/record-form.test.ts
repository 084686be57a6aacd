import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/lexicon/result';
import type { WriteFailure } from '$lib/state/realm.svelte';
import { RecordForm } from '$lib/state/record-form.svelte';

interface Person {
	name: string;
}

let item: Person;
let refuses: WriteFailure | undefined;
let puts: { next: Person; before: Person }[];

const open = (isNew = false): RecordForm<Person> =>
	new RecordForm<Person>({
		get item() {
			return item;
		},
		isNew,
		toDraft: ({ name }) => ({ name }),
		parse: ({ name = '' }) => (name === '' ? fail({ name: 'Give a name.' }) : ok({ name: String(name) })),
		put: (next, before) => {
			puts.push({ next, before });
			if (!refuses) item = next;
			return Promise.resolve(refuses);
		}
	});

beforeEach(() => {
	item = { name: 'Erin' };
	refuses = undefined;
	puts = [];
});

describe('a form', () => {
	it('has nothing to save until something is another than it was', () => {
		const form = open();
		expect([form.isTyped, form.isChanged]).toEqual([false, false]);
		form.draft = { name: 'Mona' };
		expect(form.isTyped).toBe(true);
		form.draft = { name: 'Erin' };
		expect(form.isTyped).toBe(false);
	});

	it('of a new record can be saved as it is, and nothing of it is lost yet', () => {
		const form = open(true);
		expect([form.isTyped, form.isChanged]).toEqual([false, true]);
	});

	it('keeps what was typed, and is done with it', async () => {
		const form = open();
		form.draft = { name: 'Mona' };
		expect(await form.save()).toEqual({ name: 'Mona' });
		expect([form.isTyped, form.kept]).toEqual([false, { name: 'Mona' }]);
	});

	it('says what is wrong when it is to be saved, and takes it back when it is mended', async () => {
		const form = open();
		form.draft = { name: '' };
		expect(form.faults).toEqual({});
		expect(await form.save()).toBeUndefined();
		expect([form.faults, puts]).toEqual([{ name: 'Give a name.' }, []]);
		form.draft = { name: 'Mona' };
		expect(form.faults).toEqual({});
	});

	it('is saved over what another tab made only when that was told', async () => {
		const form = open();
		form.draft = { name: 'Mine' };
		item = { name: 'Theirs' };
		expect(form.isElsewhere).toBe(true);
		refuses = { reason: 'changed', where: '' };
		expect(await form.save()).toBeUndefined();
		expect([form.refused, form.draft]).toEqual([refuses, { name: 'Mine' }]);
		refuses = undefined;
		expect(await form.save()).toEqual({ name: 'Mine' });
		expect(puts.map(({ before }) => before.name)).toEqual(['Erin', 'Theirs']);
	});

	it('is as it is kept when it is given up', () => {
		const form = open();
		form.draft = { name: 'Mona' };
		form.discard();
		expect(form.draft).toEqual({ name: 'Erin' });
	});
});
