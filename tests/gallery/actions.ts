/** What is pressed, in its states. */
import Button from '$lib/ui/Button.svelte';
import ConfirmButton from '$lib/ui/ConfirmButton.svelte';
import CopyButton from '$lib/ui/CopyButton.svelte';
import Icon from '$lib/ui/Icon.svelte';
import Menu from '$lib/ui/Menu.svelte';
import Popover from '$lib/ui/Popover.svelte';
import Tabs from '$lib/ui/Tabs.svelte';
import type { ButtonKind } from '$lib/ui/button-looks';
import { icons, type IconName } from '$lib/ui/icons';
import { createRawSnippet } from 'svelte';
import { example, html, long, press, text, type Example } from './example';

const kinds: ButtonKind[] = ['primary', 'plain', 'quiet', 'small', 'bare'];
const names = Object.keys(icons).filter((name): name is IconName => name in icons);
const words = { label: 'Forget it', confirm: 'Forget it for good', keep: 'Keep it', act: () => undefined };
const entries = html(
	'<ul class="grid gap-1 p-2"><li>The first entry</li><li>The second, which says a little more than the first</li></ul>'
);
const panel = createRawSnippet<[string]>((id) => ({ render: () => `<p>What stands under ${id()}.</p>` }));
const tabs = [
	{ id: 'claims', label: 'Claims', count: '9' },
	{ id: 'checks', label: 'Checks', count: '12 passed', tone: 'good' as const },
	{ id: 'bytes', label: 'Bytes', count: '1 failed', tone: 'bad' as const },
	{ id: 'more', label: 'More', count: '2 notices', tone: 'warn' as const }
];

export const actions: Record<string, Example[]> = {
	Button: [
		...kinds.map((kind) => example(Button, 'ordinary', kind, { kind, children: text('Send it') })),
		example(Button, 'ordinary', 'a link', { href: '#', children: text('Go on') }),
		...kinds.map((kind) =>
			example(Button, 'disabled', `${kind}, disabled`, { kind, disabled: true, children: text('Send it') })
		),
		example(Button, 'waiting', 'waiting', {
			kind: 'primary',
			'aria-disabled': true,
			children: text('Sending…')
		}),
		...kinds.map((kind) => example(Button, 'long', `${kind}, long`, { kind, children: text(long) }))
	],
	ConfirmButton: [
		example(ConfirmButton, 'ordinary', 'quiet', words),
		example(ConfirmButton, 'ordinary', 'plain', { ...words, kind: 'plain' }),
		example(ConfirmButton, 'waiting', 'asks', words, { act: press }),
		example(ConfirmButton, 'disabled', 'disabled', { ...words, disabled: true }),
		example(ConfirmButton, 'long', 'long', { ...words, label: long }),
		example(ConfirmButton, 'long', 'asks at length', { ...words, confirm: long, keep: long }, { act: press })
	],
	CopyButton: [
		example(CopyButton, 'ordinary', 'plain', { text: 'a value' }),
		example(CopyButton, 'ordinary', 'with a label', { text: 'a value', label: 'Copy the address' }),
		example(CopyButton, 'ordinary', 'pressed', { text: 'a value' }, { act: press }),
		example(CopyButton, 'long', 'long', { text: long, label: long })
	],
	Icon: [
		...names.map((name) => example(Icon, 'ordinary', name, { name })),
		example(Icon, 'ordinary', 'with a name for a reader', { name: 'check', label: 'Passed' })
	],
	Menu: [
		example(Menu, 'ordinary', 'closed', { label: 'This walk', children: entries }),
		example(Menu, 'ordinary', 'its icon alone, on a phone', {
			label: 'Break it',
			icon: 'break',
			compact: true,
			children: entries
		}),
		example(Menu, 'ordinary', 'by an icon', { label: 'Theme', icon: 'theme', face: 'A', children: entries }),
		example(
			Menu,
			'ordinary',
			'open',
			{ label: 'This walk', children: entries },
			{ act: press, tall: 'pb-32' }
		),
		example(
			Menu,
			'ordinary',
			'open, upwards',
			{ label: 'Break it', opens: 'up', children: entries },
			{ act: press, tall: 'pt-32' }
		),
		example(
			Menu,
			'long',
			'open, long',
			{ label: long, children: html(`<p>${long}</p>`) },
			{ act: press, tall: 'pb-64' }
		)
	],
	Popover: [
		example(Popover, 'ordinary', 'a word', { word: 'issuer', children: text('What the word means.') }),
		example(Popover, 'long', 'a long word', { word: long, children: html(`<p>${long}</p>`) })
	],
	Tabs: [
		example(Tabs<string>, 'ordinary', 'with counts', {
			label: 'The token',
			value: 'claims',
			tabs,
			children: panel
		}),
		example(Tabs<string>, 'ordinary', 'the last', {
			label: 'The token',
			value: 'more',
			tabs,
			children: panel
		}),
		example(Tabs<string>, 'empty', 'one', {
			label: 'The token',
			value: 'claims',
			tabs: tabs.slice(0, 1),
			children: panel
		}),
		example(Tabs<string>, 'long', 'long', {
			label: 'The token',
			value: 'long',
			tabs: [{ id: 'long', label: long }, ...tabs],
			children: createRawSnippet(() => ({ render: () => `<p>${long}</p>` }))
		})
	]
};
