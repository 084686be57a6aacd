import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Unsaved, type OpenForm } from '$lib/state/unsaved.svelte';

let isTyped = true;
let isSaved = true;
const discard = vi.fn();
const onward = vi.fn();
const form: OpenForm = {
	id: 'a',
	name: 'Erin',
	isNew: false,
	isChanged: true,
	isBegun: true,
	get isTyped() {
		return isTyped;
	},
	changes: [],
	trouble: '',
	save: () => Promise.resolve(isSaved),
	discard
};

function opened(): Unsaved {
	const unsaved = new Unsaved();
	unsaved.open(form);
	return unsaved;
}

beforeEach(() => {
	[isTyped, isSaved] = [true, true];
	vi.clearAllMocks();
});

describe('who wants to leave', () => {
	it('may, where there is no form or nothing is typed', () => {
		expect(new Unsaved().mayLeave(onward)).toBe(true);
		isTyped = false;
		expect(opened().mayLeave(onward)).toBe(true);
	});

	it('is asked first where something is typed', () => {
		const unsaved = opened();
		expect(unsaved.mayLeave(onward)).toBe(false);
		expect(unsaved.isAsking).toBe(true);
		expect(onward).not.toHaveBeenCalled();
	});

	it('stays, and nothing is given up', () => {
		const unsaved = opened();
		unsaved.mayLeave(onward);
		unsaved.stay();
		expect([unsaved.isAsking, unsaved.form]).toEqual([false, form]);
		expect(discard).not.toHaveBeenCalled();
		expect(onward).not.toHaveBeenCalled();
	});

	it('goes on when it is saved, and stays where it cannot be', async () => {
		const unsaved = opened();
		unsaved.mayLeave(onward);
		isSaved = false;
		await unsaved.saveAndLeave();
		expect(onward).not.toHaveBeenCalled();
		unsaved.mayLeave(onward);
		isSaved = true;
		await unsaved.saveAndLeave();
		expect(onward).toHaveBeenCalledOnce();
	});

	it('goes on when it is given up', () => {
		const unsaved = opened();
		unsaved.mayLeave(onward);
		unsaved.discardAndLeave();
		expect(discard).toHaveBeenCalledOnce();
		expect(onward).toHaveBeenCalledOnce();
	});
});

it('what was done is no longer said once somebody types again', () => {
	const unsaved = opened();
	const done = { kind: 'saved', name: 'Erin', changes: [] } as const;
	unsaved.tell(done);
	expect(unsaved.done).toBeUndefined();
	isTyped = false;
	expect(unsaved.done).toEqual(done);
});

it('a form that is closed takes nothing of the next one with it', () => {
	const unsaved = new Unsaved();
	const close = unsaved.open(form);
	const next = { ...form, id: 'b' };
	unsaved.open(next);
	close();
	expect(unsaved.form).toStrictEqual(next);
});
