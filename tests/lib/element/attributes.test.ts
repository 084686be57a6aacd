import { describe, expect, it } from 'vitest';
import { readChoices } from '$lib/element/attributes';
import { frameAddress, tabAddress } from '$lib/lexicon/embed-frame';

const own = 'https://play.example/pkce/';
const base = 'https://docs.example/guide/';

function read(attributes: Record<string, string>) {
	const wrong: string[] = [];
	const choices = readChoices(
		(name) => attributes[name] ?? null,
		(name, value) => wrong.push(`${name}=${value}`),
		own,
		base
	);
	return { choices, wrong };
}

describe('the attributes', () => {
	it('may all be left out', () => {
		expect(read({})).toEqual({
			choices: {
				...{ src: own, page: 'walk', theme: 'auto', load: 'lazy' },
				bounds: { least: 320, most: 2_000 }
			},
			wrong: []
		});
	});

	it('are read as they stand', () => {
		const { choices, wrong } = read({
			...{ src: '/pkce/', page: 'walk', step: 'exchange', steps: 'configure, exchange', preset: 'auth0' },
			...{ theme: 'dark', controls: 'wire,checks', height: '320-900', load: 'click' }
		});
		expect(wrong).toEqual([]);
		expect(choices).toEqual({
			...{ src: 'https://docs.example/pkce/', page: 'walk', step: 'exchange', preset: 'auth0' },
			...{ steps: 'configure,exchange', theme: 'dark', controls: 'wire,checks', load: 'click' },
			bounds: { least: 320, most: 900 }
		});
	});

	it.each([
		['page', 'provider'],
		['step', 'authorise'],
		['step', 'constructor'],
		['steps', 'configure,nothing'],
		['controls', 'buttons'],
		['theme', 'sepia'],
		['height', '60vh'],
		['height', '900-320'],
		['preset', 'a b'],
		['load', 'eager'],
		['src', 'https://'],
		['src', 'javascript:alert(1)'],
		['src', 'data:text/html,a']
	])('%s="%s" is told, and left out', (name, value) => {
		const { choices, wrong } = read({ [name]: value });
		expect(wrong).toEqual([`${name}=${value}`]);
		expect(JSON.stringify(choices)).not.toContain(JSON.stringify(value));
		if (name === 'src') expect(frameAddress(choices.src, 'walk', {})).toBeUndefined();
	});
});

describe('the address of a frame', () => {
	const choices = { step: 'exchange', theme: 'dark', controls: 'none', steps: 'exchange,tokens' };

	it('has the choices as its parameters', () => {
		expect(frameAddress(own, 'walk', choices)).toBe(
			`${own}flow/configure/?embed=1&theme=dark&step=exchange&steps=exchange%2Ctokens&controls=none`
		);
	});

	it('keeps what the address of the site says, and its folder', () => {
		expect(frameAddress('https://a.example/p?issuer=i#x', 'tokens', {})).toBe(
			'https://a.example/p/tokens/?issuer=i&embed=1'
		);
	});

	it('is that of the step in a tab, where the look is left out', () => {
		expect(tabAddress(own, 'walk', 'exchange')).toBe(`${own}flow/exchange/`);
		expect(tabAddress(own, 'walk')).toBe(`${own}flow/configure/`);
		expect(tabAddress(own, 'diagnose', 'exchange')).toBe(`${own}diagnose/`);
	});

	it('brings a configuration to its step in a tab as well', () => {
		const link = 'https://a.example/?issuer=https%3A%2F%2Fb.example&client_id=c';
		expect(tabAddress(link, 'walk', 'authorize')).toBe(
			'https://a.example/flow/configure/?issuer=https%3A%2F%2Fb.example&client_id=c&step=authorize'
		);
	});
});
