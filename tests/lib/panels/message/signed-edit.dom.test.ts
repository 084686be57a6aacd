import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { importSigningKey } from '$lib/client/signing-key';
import { insideOf } from '$lib/flow/signed-edit';
import AuthorizePanel from '$lib/panels/authorize/AuthorizePanel.svelte';
import '$lib/panels/message/MessageForm.svelte';
import '$lib/panels/message/MessageEditor.svelte';
import { editorTexts, rowTexts } from '$lib/lessons/en/walk/editor';
import { messageTexts } from '$lib/lessons/en/walk/message';
import { exportJWK, generateKeyPair } from 'jose';
import { show, walkWith } from '../../../fixtures/panel';
import { createSigner } from '../../../fixtures/tokens';
import { configured, wholeWalk } from '../../../fixtures/walk';

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const inside = (name: string): HTMLInputElement => field(editorTexts.insideOf(rowTexts.value(name)));
const signed = (): string => field(rowTexts.value('request')).value;
const scopeIn = (request: string): string | undefined =>
	insideOf(request)?.find(([name]) => name === 'scope')?.[1];

async function openEditor(): Promise<void> {
	const [, ...facts] = (await wholeWalk(await createSigner('ES256'))).slice(0, 5);
	const { walk } = await walkWith([configured({ extensions: ['request-object'] }), ...facts]);
	const { privateKey } = await generateKeyPair('ES256', { extractable: true });
	const imported = await importSigningKey(JSON.stringify(await exportJWK(privateKey)));
	if (!imported.ok) throw new Error(imported.failure.reason);
	walk.playground.hold({ signingKey: imported.value });
	show(walk, AuthorizePanel, {});
	(await screen.findByRole('button', { name: messageTexts.edit })).click();
	await waitFor(() => expect(inside('scope').value).not.toBe(''));
}

function type(input: HTMLInputElement, text: string): void {
	input.value = text;
	input.dispatchEvent(new Event('input', { bubbles: true }));
}

it('a value in a signed request is edited in its own row, and the request is signed again', async () => {
	await openEditor();
	const before = signed();
	type(inside('scope'), 'openid email');
	await waitFor(() => expect(scopeIn(signed())).toBe('openid email'));
	expect(signed()).not.toBe(before);
	expect(inside('scope').value).toBe('openid email');
});

it('what is typed over the signed request as a whole is left as it is', async () => {
	await openEditor();
	type(field(rowTexts.value('request')), 'no.jwt');
	await waitFor(() => expect(screen.queryByText(editorTexts.inside)).toBeNull());
	expect(signed()).toBe('no.jwt');
});
