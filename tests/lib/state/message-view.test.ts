import { describe, expect, it } from 'vitest';
import { Drafts } from '$lib/state/drafts.svelte';
import { chooseView, viewOf } from '$lib/state/message-view';

const drafts = () => new Drafts({ read: () => Promise.resolve({ value: {} }), write: () => undefined });

describe('how messages are shown', () => {
	it('is the first that a message offers, until one is chosen', () => {
		expect(viewOf(drafts(), ['formatted', 'explained', 'raw'])).toBe('formatted');
	});

	it('is chosen for all of them', () => {
		const kept = drafts();
		chooseView(kept, 'raw');
		expect(viewOf(kept, ['explained', 'raw'])).toBe('raw');
		expect(viewOf(kept, ['formatted', 'explained', 'raw'])).toBe('raw');
	});

	it('is the first again where the chosen one is not offered', () => {
		const kept = drafts();
		chooseView(kept, 'formatted');
		expect(viewOf(kept, ['explained', 'raw'])).toBe('explained');
	});
});
