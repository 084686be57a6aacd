import { describe, expect, it } from 'vitest';
import { toEditable } from '$lib/flow/edit';
import { Drafts } from '$lib/state/drafts.svelte';
import { editOf, keepEdit } from '$lib/flow/kept-edit';
import type { HttpRequest } from '$lib/wire/http';

const form: HttpRequest['headers'] = [['content-type', 'application/x-www-form-urlencoded']];
const post = (body: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
	method: 'POST',
	url: 'https://idp.example/token',
	headers: [...form, ...headers],
	body
});

it.each([
	['in the body', post('grant_type=a&client_secret=hush')],
	['in a header', post('grant_type=a', [['Authorization', 'Basic aHVzaDpodXNo']])]
])('an edit with a client secret %s is kept while the page is open and never written', (_, asked) => {
	let written: Record<string, string> = {};
	const drafts = new Drafts({
		read: () => Promise.resolve({ value: {} }),
		write: (values) => void (written = values)
	});
	drafts.set('verifier', 'typed');
	keepEdit(drafts, 'token', asked, { ...toEditable(asked), method: 'PUT' });
	expect(editOf(drafts, 'token', asked).edited?.method).toBe('PUT');
	expect(written).toEqual({ verifier: 'typed' });
});

it('an edit without one survives a reload', async () => {
	let written: Record<string, string> = {};
	const stored = {
		read: () => Promise.resolve({ value: written }),
		write: (values: Record<string, string>) => void (written = values)
	};
	const asked = post('grant_type=a');
	keepEdit(new Drafts(stored), 'token', asked, { ...toEditable(asked), method: 'PUT' });
	const next = new Drafts(stored);
	await next.restore();
	expect(editOf(next, 'token', asked).edited?.method).toBe('PUT');
});

describe('an edit of a message that is signed anew', () => {
	const signed = (proof: string, body = 'code=1') => post(body, [['dpop', proof]]);
	const draftsWith = (asked: HttpRequest, body: string) => {
		const drafts = new Drafts({ read: () => Promise.resolve({ value: {} }), write: () => undefined });
		const message = toEditable({ ...asked, body });
		keepEdit(drafts, 'token', asked, message);
		return drafts;
	};

	it('goes on with the new signature', () => {
		const drafts = draftsWith(signed('old'), 'code=2');
		expect(editOf(drafts, 'token', signed('new')).edited).toEqual(signed('new', 'code=2'));
	});

	it('ends when anything else changes', () => {
		const drafts = draftsWith(signed('old'), 'code=2');
		expect(editOf(drafts, 'token', signed('new', 'code=3'))).toEqual({});
	});
});
