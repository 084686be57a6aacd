/** Fields in their states. */
import AreaField from '$lib/ui/AreaField.svelte';
import ChecksField from '$lib/ui/ChecksField.svelte';
import Choice from '$lib/ui/Choice.svelte';
import Field from '$lib/ui/Field.svelte';
import FieldNotes from '$lib/ui/FieldNotes.svelte';
import SelectField from '$lib/ui/SelectField.svelte';
import ToggleField from '$lib/ui/ToggleField.svelte';
import { example, html, long, type Example } from './example';

const hint = 'What to know of it, in a sentence that may need a second line on a narrow screen.';
const error = 'This is not an address: it has no scheme.';
const options = ['One', 'Two', 'Three'].map((label) => ({ value: label, label }));
const longOptions = [{ value: 'long', label: long }, ...options];
const button = html('<button class="border-edge rounded border px-3">Make one</button>');

export const fields: Record<string, Example[]> = {
	Field: [
		example(Field, 'ordinary', 'with a value', { label: 'Client ID', value: 'playground-spa', hint }),
		example(Field, 'ordinary', 'with a button', { label: 'Client ID', value: 'spa', after: button }),
		example(Field, 'empty', 'with a placeholder', {
			label: 'Issuer',
			value: '',
			placeholder: 'https://login.example'
		}),
		example(Field, 'disabled', 'disabled', { label: 'Client ID', value: 'playground-spa', disabled: true }),
		example(Field, 'long', 'long', { label: `Label ${long}`, value: long, hint: long, after: button }),
		example(Field, 'error', 'refused', { label: 'Issuer', value: 'login', hint, error }),
		example(Field, 'error', 'refused at length', { label: 'Issuer', value: long, error: long })
	],
	AreaField: [
		example(AreaField, 'ordinary', 'with text', { label: 'Rules', value: 'One line\nand another', hint }),
		example(AreaField, 'empty', 'empty', { label: 'Rules', value: '' }),
		example(AreaField, 'disabled', 'disabled', { label: 'Rules', value: 'One line', disabled: true }),
		example(AreaField, 'long', 'long', { label: `Label ${long}`, value: long, hint: long }),
		example(AreaField, 'error', 'refused', { label: 'Rules', value: '{', hint, error })
	],
	SelectField: [
		example(SelectField, 'ordinary', 'one chosen', { label: 'Method', value: 'Two', options, hint }),
		example(SelectField, 'empty', 'nothing to choose', { label: 'Method', value: '', options: [] }),
		example(SelectField, 'long', 'long', {
			label: `Label ${long}`,
			value: 'long',
			options: longOptions,
			hint: long
		}),
		example(SelectField, 'error', 'refused', { label: 'Method', value: 'One', options, error })
	],
	ChecksField: [
		example(ChecksField, 'ordinary', 'two of three', {
			label: 'Scopes',
			value: ['One', 'Two'],
			options,
			hint
		}),
		example(ChecksField, 'empty', 'nothing to choose', { label: 'Scopes', value: [], options: [] }),
		example(ChecksField, 'long', 'long', {
			label: `Label ${long}`,
			value: ['long'],
			options: longOptions,
			hint: long
		}),
		example(ChecksField, 'error', 'refused', { label: 'Scopes', value: [], options, error })
	],
	Choice: [
		example(Choice<string>, 'ordinary', 'one chosen', { label: 'View', value: 'Two', options }),
		example(Choice<string>, 'empty', 'none chosen', { label: 'View', value: '', options }),
		example(Choice<string>, 'long', 'long', { label: 'View', value: 'long', options: longOptions })
	],
	ToggleField: [
		example(ToggleField, 'ordinary', 'on', { label: 'Require PKCE', value: true, hint }),
		example(ToggleField, 'empty', 'off', { label: 'Require PKCE', value: false }),
		example(ToggleField, 'long', 'long', { label: `Label ${long}`, value: true, hint: long })
	],
	FieldNotes: [
		example(FieldNotes, 'ordinary', 'a hint', { id: 'notes-hint', hint, error: undefined }),
		example(FieldNotes, 'empty', 'nothing', { id: 'notes-empty', hint: undefined, error: undefined }),
		example(FieldNotes, 'long', 'long', { id: 'notes-long', hint: long, error: undefined }),
		example(FieldNotes, 'error', 'an error and a hint', { id: 'notes-error', hint, error })
	]
};
