import { describe, expect, test } from 'vitest';
import { eventMessage, parseOrder } from '$lib/browser/embed/messages';
import type { EmbedEvent } from '$lib/lexicon/embedding';

const versioned = { type: 'pkce-playground', v: 1 };

describe('what the page around a frame may say', () => {
	test.each([
		{ command: 'theme', theme: 'dark' },
		{ command: 'step', step: 'exchange' },
		{ command: 'reset' },
		{ command: 'run' }
	])('is heard: %o', (order) => {
		expect(parseOrder({ ...versioned, ...order })).toEqual(order);
	});

	test('is heard without what else it brings', () => {
		expect(parseOrder({ ...versioned, command: 'run', url: 'https://evil.example' })).toEqual({
			command: 'run'
		});
	});

	test.each([
		undefined,
		null,
		'run',
		7,
		[],
		{},
		{ command: 'run' },
		{ ...versioned, v: 2, command: 'run' },
		{ ...versioned, v: '1', command: 'run' },
		{ ...versioned, type: 'other', command: 'run' },
		{ ...versioned, command: 'send' },
		{ ...versioned, command: 'step', step: '../provider' },
		{ ...versioned, command: 'step' },
		{ ...versioned, command: 'theme', theme: 'blue' },
		{ ...versioned, command: '__proto__' },
		new Map([['command', 'run']])
	])('is left alone where it is nothing of that: %o', (data) => {
		expect(parseOrder(data)).toBeUndefined();
	});
});

describe('what a frame says', () => {
	test.each<EmbedEvent>([
		{ event: 'ready', page: 'tokens' },
		{ event: 'ready', page: 'walk', step: 'verifier' },
		{ event: 'step', step: 'call' },
		{ event: 'outcome', step: 'exchange', ok: true },
		{ event: 'outcome', step: 'exchange', ok: false, code: 'as-verifier-matches' },
		{ event: 'outcome', step: 'exchange', ok: false, code: 'invalid_grant' },
		{ event: 'outcome', step: 'configure', ok: false, code: 'other' },
		{ event: 'resize', height: 480 },
		{ event: 'refused', command: 'run', why: 'foreign-server' }
	])('has its type and its version: %o', (event) => {
		expect(eventMessage(event)).toEqual({ ...versioned, ...event });
	});

	test.each<EmbedEvent>([
		{ event: 'outcome', step: 'exchange', ok: false, code: 'SplxlOBeZQQYbYS6WxSbIA' },
		{ event: 'outcome', step: 'exchange', ok: false, code: 'own_error_of_a_server' },
		Object.assign({ event: 'step' as const, step: 'call' as const }, { token: 'eyJ' })
	])('is an error where it holds a word of no list: %o', (event) => {
		expect(() => eventMessage(event)).toThrow();
	});
});
