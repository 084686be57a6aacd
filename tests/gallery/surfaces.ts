/** What holds other things, in its states. */
import Fold from '$lib/ui/Fold.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Part from '$lib/ui/Part.svelte';
import PartMissing from '$lib/ui/PartMissing.svelte';
import { createRawSnippet } from 'svelte';
import { example, html, long, type Example } from './example';

const children = html('<p>What is in it: a sentence, and one more so that it needs some room.</p>');
const longChildren = html(`<p>${long}</p>`);
const tones = ['info', 'good', 'warn', 'bad'] as const;
const loaded = createRawSnippet<[string]>((value) => ({ render: () => `<p>${value()}</p>` }));
const again = (): void => undefined;

export const surfaces: Record<string, Example[]> = {
	Fold: [
		example(Fold, 'ordinary', 'closed', { label: 'More about it', children }),
		example(Fold, 'ordinary', 'open', { label: 'More about it', open: true, level: 3, children }),
		example(Fold, 'long', 'long', { label: long, open: true, children: longChildren })
	],
	Notice: [
		...tones.map((tone) => example(Notice, 'ordinary', tone, { tone, title: 'What happened', children })),
		example(Notice, 'empty', 'a title alone', { title: 'What happened' }),
		example(Notice, 'long', 'long', { tone: 'warn', title: long, children: longChildren })
	],
	Part: [
		example(Part<string>, 'ordinary', 'arrived', {
			load: () => Promise.resolve('What arrived.'),
			children: loaded
		}),
		example(Part<string>, 'waiting', 'on its way', {
			load: () => new Promise<string>(() => undefined),
			children: loaded
		}),
		example(Part<string>, 'long', 'long', { load: () => Promise.resolve(long), children: loaded }),
		example(Part<string>, 'error', 'lost', {
			load: () => Promise.reject(new Error('Lost')),
			children: loaded
		})
	],
	PartMissing: [
		example(PartMissing, 'error', 'once', { again, failures: 1 }),
		example(PartMissing, 'error', 'again', { again, failures: 2 }),
		example(PartMissing, 'waiting', 'trying', { again, failures: 2, trying: true })
	]
};
