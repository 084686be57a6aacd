import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { clientMessageIn } from '$lib/diagnosis/client-messages/client-messages';
import ClientMessage from '$lib/panels/diagnosis/ClientMessage.svelte';
import { show, walkWith } from '../../../fixtures/panel';

async function tell(text: string): Promise<void> {
	const { walk } = await walkWith([]);
	show(walk, ClientMessage, { ...clientMessageIn(text)! });
}

const links = (): (string | null)[] => screen.getAllByRole('link').map((link) => link.getAttribute('href'));

test('the library, what it means, what to look at, and where it is written', async () => {
	await tell('Error: No end session endpoint\n    at a.js:1:1');
	expect(screen.getByRole('heading').textContent).toBe('This is a message of oidc-client-ts');
	expect(screen.getByText('“No end session endpoint”')).toBeDefined();
	expect(screen.getByText(/its metadata has no end_session_endpoint/)).toBeDefined();
	expect(screen.getByText('Look at this first:')).toBeDefined();
	expect(links()).toEqual(['https://github.com/authts/oidc-client-ts/blob/main/src/OidcClient.ts']);
});

test('every library that prints the words, each with its source', async () => {
	await tell('Unable to verify authorization request state.');
	expect(screen.getByRole('heading').textContent).toBe(
		'Several libraries print this: passport-oauth2 and the Passport strategy of openid-client'
	);
	expect(links()).toHaveLength(2);
});

test.each([
	['Nonce mismatch', true],
	['ValueError: state missing from auth_code_flow', false]
])('that others may print it too, where the words are common: %s', async (text, common) => {
	await tell(text);
	expect(screen.queryByText(/another program may print them/) !== null).toBe(common);
});
