/** A sanitiser may hash what stands in one place and leave it in another: such values are not compared. */
import { describe, expect, it } from 'vitest';
import type { Trace } from '$lib/trace/fact';
import { statuses } from '../../fixtures/messages';
import { recordedSignIn } from '../../fixtures/recorded';
import { sessionAfter } from '../../fixtures/session';
import { state } from '../../fixtures/walk';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const stateOf = async (trace: Trace): Promise<string | undefined> =>
	statuses((await sessionAfter(trace)).authorizationResponse?.checks ?? [])['callback-state'];

describe('the state of a recorded answer', () => {
	it.each([
		['hashed in the answer alone', recordedSignIn({ came: { state: hash } })],
		['hashed in the request alone', recordedSignIn({ asked: { state: hash }, came: { state } })]
	])('is not compared where it is %s', async (_name, trace) => {
		expect(await stateOf(trace)).toBe('skipped');
	});

	it.each([
		['another one', { came: { state: 'another-state' } }],
		['another hash', { asked: { state: hash }, came: { state: hash.replace('9', '8') } }],
		['one that was cut', { asked: { state: hash }, came: { state: hash.slice(0, 40) } }]
	])('fails where it is %s', async (_name, changes) => {
		expect(await stateOf(recordedSignIn(changes))).toBe('fail');
	});

	it('passes where both are hashed alike', async () => {
		expect(await stateOf(recordedSignIn({ asked: { state: hash }, came: { state: hash } }))).toBe('pass');
	});
});
