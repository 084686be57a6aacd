import { describe, expect, it } from 'vitest';
import { eventFrom, orderMessage, readEvent } from '$lib/element/messages';

const said = (more: object): object => ({ type: 'pkce-playground', v: 1, ...more });

describe('an event of the frame', () => {
	it.each([
		[{ event: 'ready', page: 'walk', step: 'verifier' }],
		[{ event: 'ready', page: 'diagnose' }],
		[{ event: 'step', step: 'exchange' }],
		[{ event: 'outcome', step: 'exchange', ok: false, code: 'invalid_grant' }],
		[{ event: 'outcome', step: 'tokens', ok: true }],
		[{ event: 'resize', height: 612.5 }],
		[{ event: 'refused', command: 'run', why: 'foreign-server' }]
	])('%j is read as it is', (event) => {
		expect(readEvent(said(event))).toEqual(event);
	});

	it('is read without what it may not carry', () => {
		const told = said({ event: 'outcome', step: 'tokens', ok: true, access_token: 'a', state: 's' });
		expect(readEvent(told)).toEqual({ event: 'outcome', step: 'tokens', ok: true });
	});

	it.each([
		['another type', { type: 'other', v: 1, event: 'step', step: 'exchange' }],
		['another version', { type: 'pkce-playground', v: 2, event: 'step', step: 'exchange' }],
		['no event', said({})],
		['an unknown event', said({ event: 'token', step: 'tokens' })],
		['an unknown step', said({ event: 'step', step: 'constructor' })],
		['an unknown page', said({ event: 'ready', page: 'provider' })],
		['an outcome that is neither', said({ event: 'outcome', step: 'tokens', ok: 'yes' })],
		['a height that is none', said({ event: 'resize', height: '600' })],
		['a height of nothing', said({ event: 'resize', height: 0 })],
		['a height that is not a number', said({ event: 'resize', height: Number.NaN })],
		['a refusal for an unknown reason', said({ event: 'refused', command: 'run', why: 'toString' })],
		['a refusal of an unknown command', said({ event: 'refused', command: 'eval', why: 'busy' })],
		['text', JSON.stringify(said({ event: 'step', step: 'exchange' }))],
		['nothing', null],
		['a list', [said({ event: 'step', step: 'exchange' })]]
	])('%s is none', (_what, data) => {
		expect(readEvent(data)).toBeUndefined();
	});
});

describe('a message', () => {
	const [frame, other] = [{}, {}];
	const origin = 'https://play.example';
	const data = said({ event: 'step', step: 'exchange' });

	it('counts from that window and that origin', () => {
		expect(eventFrom({ source: frame, origin, data }, frame, origin)).toEqual({
			event: 'step',
			step: 'exchange'
		});
	});

	it.each([
		['another window of that origin', { source: other, origin, data }],
		['that window, led elsewhere', { source: frame, origin: 'https://evil.example', data }],
		['that window in a sandbox', { source: frame, origin: 'null', data }],
		['a window that is gone', { source: null, origin, data }]
	])('of %s does not', (_whose, message) => {
		expect(eventFrom(message, frame, origin)).toBeUndefined();
	});
});

describe('an order to the frame', () => {
	it('has the name and the version of what both speak', () => {
		expect(orderMessage({ command: 'theme', theme: 'dark' })).toEqual({
			...{ type: 'pkce-playground', v: 1 },
			...{ command: 'theme', theme: 'dark' }
		});
	});
});
