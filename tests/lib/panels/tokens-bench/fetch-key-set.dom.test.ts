import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { againstTexts as texts } from '$lib/lessons/en/tokens/page';
import FetchKeySet from '$lib/panels/tokens-bench/FetchKeySet.svelte';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { show, walkWith } from '../../../fixtures/panel';
import { at } from '../../../fixtures/tokens';

const address = 'https://idp.example/keys';
const keys = JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x: 'A', y: 'A' }] });

async function open(body: string) {
	const { walk } = await walkWith([]);
	const asked: string[] = [];
	const given: string[] = [];
	const send = (request: HttpRequest): Promise<Exchange> => {
		asked.push(request.url);
		const response = { status: 200, statusText: '', headers: [], body };
		return Promise.resolve({ id: 'a', request, at, ms: 0, via: 'page', response });
	};
	const world = () => Promise.resolve({ send });
	show(walk, FetchKeySet, { address, world, done: (found: string) => void given.push(found) });
	const press = () => screen.getByRole('button', { name: texts.fetch('idp.example') }).click();
	return { asked, given, press };
}

it('keys at an address are asked for after a press, and given on', async () => {
	const { asked, given, press } = await open(keys);
	expect(screen.getByText(texts.fetchKeySetWhy(address))).toBeTruthy();
	expect(asked).toEqual([]);
	press();
	await expect.poll(() => given).toEqual([keys]);
	expect(asked).toEqual([address]);
});

it('what is no key set is said to be none', async () => {
	const { given, press } = await open('<html>');
	press();
	expect(await screen.findByText(texts.failures['no-keys'])).toBeTruthy();
	expect(given).toEqual([]);
});
