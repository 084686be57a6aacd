import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { differenceTexts } from '$lib/lessons/en/compare/differences';
import { tokenPairTexts as texts } from '$lib/lessons/en/compare/tokens';
import TokenComparison from '$lib/panels/compare/TokenComparison.svelte';
import { forgeToken } from '../../fixtures/tokens';

const jwt = (claims: unknown, typ = 'JWT'): string => forgeToken({ alg: 'RS256', typ }, claims, 'c2ln');
const show = (one: string, other: string) => render(TokenComparison, { props: { one, other } });

describe('two tokens beside each other', () => {
	it('say which is which, and what differs, in the order of what it means', async () => {
		show(
			jwt({ aud: 'spa', nonce: 'n', iat: 0, exp: 300 }),
			jwt({ aud: 'api', scope: 'r', iat: 0, exp: 3600 }, 'at+jwt')
		);
		expect(await screen.findByText(texts.said({ say: 'id-and-access', id: 'one' }))).toBeTruthy();
		const rows = [...screen.getByRole('list', { name: differenceTexts.list }).children];
		expect(rows.map((row) => row.getAttribute('data-meaning'))).toEqual([
			...['token-audience', 'granted-scope', 'lifetime', 'type', 'nonce']
		]);
		expect(rows[2]?.textContent).toContain('5 min (300 s)');
	});

	it('that cannot be read are told as that, and nothing is compared', async () => {
		show(jwt({}), 'an-opaque-token');
		expect(await screen.findByText(texts.notCompared)).toBeTruthy();
		expect(document.querySelector('[data-differences]')).toBeNull();
	});
});
