import { describe, expect, it } from 'vitest';
import { featuresOf } from '$lib/diagnosis/model/features';
import { candidatesOf, confidenceOf, weighedOf } from '$lib/diagnosis/model/mix';
import { hashOf, Model, model, type Packed, type Shares } from '$lib/diagnosis/model/model';
import { resembled, tellingClause } from '$lib/diagnosis/model/resembled';
import { readSeen } from '$lib/diagnosis/seen';
import { diagnose } from '$lib/diagnosis/diagnose';
import { learn, targetOf, type Example } from '../../diagnosis/learn';

const exampleOf = (error_description: string, code: 'code-expired' | 'state-mismatch'): Example => ({
	features: featuresOf(readSeen({ error_description })),
	step: code === 'code-expired' ? 'token' : 'callback',
	target: targetOf([code])
});

const taught = ['expired long ago', 'has expired', 'is expired now'].flatMap((words) => [
	exampleOf(`The code ${words}`, 'code-expired'),
	exampleOf(`State ${words.replace('expired', 'differs')}`, 'state-mismatch')
]);
const packed: Packed = { ...learn(taught), mix: [0, 4] };
const small = new Model(packed);

const first = (shares: Shares): string =>
	[...shares].reduce((best, one) => (one[1] > best[1] ? one : best))[0];

describe('what is compared of an answer', () => {
	it('has things under one name, whatever they are called', () => {
		const names = (error_description: string) => [...featuresOf(readSeen({ error_description })).keys()];
		const pair = 'p:REDIRECT mismatch';
		expect(names('redirect_uri mismatch')).toContain(pair);
		expect(names('The callback URL does not match')).toContain(pair);
	});

	it('weighs a long text no more than a short one', () => {
		const lengthOf = (error_description: string) =>
			[...featuresOf(readSeen({ error_description }))]
				.filter(([name]) => name.startsWith('w:'))
				.reduce((sum, [, value]) => sum + value * value, 0);
		expect(lengthOf('expired code')).toBeCloseTo(1);
		expect(lengthOf('the code that came with this request expired a while ago')).toBeCloseTo(1);
	});
});

describe('weights', () => {
	it('say again what they were taught', () => {
		for (const { features, target } of taught)
			expect(first(small.shares(features))).toBe(small.classes[target.indexOf(Math.max(...target))]);
	});

	it('are the same in every run', () => {
		expect(learn(taught)).toEqual(learn(taught));
	});

	it('give shares that are one together', () => {
		const shares = small.shares(featuresOf(readSeen({ error_description: 'something else' })));
		expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
	});

	it('let the step speak beside the words', () => {
		const features = featuresOf(readSeen({ error_description: 'is not right' }));
		const at = (step: 'token' | 'callback') => small.shares(features, step).get('state-mismatch') ?? 0;
		expect(at('callback')).toBeGreaterThan(at('token'));
	});

	it('know where a cause was never met', () => {
		expect(model().isMetAt('post-logout-redirect-uri-not-registered', 'token')).toBe(false);
		expect(model().isMetAt('post-logout-redirect-uri-not-registered', 'logout')).toBe(true);
		expect(model().isMetAt('code-expired', undefined)).toBe(true);
	});

	it('have a hash of 24 bits', () => {
		for (const name of ['', 'w:code', 'c:é', 'p:STATE mismatch'])
			expect(hashOf(name)).toBe(hashOf(name) & 0xffffff);
		expect(hashOf('w:code')).not.toBe(hashOf('w:state'));
	});
});

describe('the mix of rules and words', () => {
	const answered = (ruled: ['code-expired' | 'state-mismatch', number][], share: number) => ({
		ruled: new Map(ruled),
		shares: new Map([
			['code-expired' as const, share],
			['none' as const, 1 - share]
		]),
		step: undefined
	});
	const confidence = (...given: Parameters<typeof answered>) =>
		confidenceOf(weighedOf('code-expired', answered(...given)), model().packed.mix);

	it('is surer where words resemble more', () => {
		expect(confidence([], 0.9)).toBeGreaterThan(confidence([], 0.3));
	});

	it('is less sure where a rule says something else', () => {
		expect(confidence([['code-expired', 0.9]], 0.5)).toBeGreaterThan(
			confidence([['state-mismatch', 0.9]], 0.5)
		);
	});

	it('has for candidates what rules name and what words resemble', () => {
		const { ruled, shares } = answered([['state-mismatch', 0.6]], 0.5);
		expect(candidatesOf(ruled, shares).toSorted()).toEqual(['code-expired', 'state-mismatch']);
		expect(candidatesOf(new Map(), new Map([['none', 1]]))).toEqual([]);
	});
});

describe('an answer that was never seen', () => {
	const expired = { step: 'token', error_description: 'The code you gave us went stale: expired' };

	it('is told with the words it rests on', () => {
		expect(tellingClause(['Hello there.', 'The code has expired'], 'code-expired', small)).toBe(
			'The code has expired'
		);
		expect(tellingClause(['nothing of it'], 'code-expired', small)).toBeUndefined();
	});

	it('has no cause that the run denies, and none in its place', () => {
		const read = readSeen(expired);
		const all = resembled(read, [], () => true);
		expect(all[0]?.code).toBe('code-expired');
		const rest = resembled(read, [], (code) => code !== 'code-expired');
		expect(rest).toEqual(all.filter(({ code }) => code !== 'code-expired'));
	});

	it('leaves a code of the provider as it is', () => {
		const [told] = diagnose({ step: 'token', error_description: 'AADSTS54005: the state differs' });
		expect(told?.code).toBe('code-already-used');
		expect(told?.confidence).toBeGreaterThanOrEqual(0.97);
	});

	it('takes the name of a status for no word: a challenge without an error says that no token was sent', () => {
		const [first] = diagnose({
			status: 401,
			headers: [['www-authenticate', 'Bearer realm="mcp"']],
			body: { jsonrpc: '2.0', error: { code: -32001, message: 'Unauthorized' } }
		});
		expect(first).toMatchObject({
			code: 'request-parameter-missing',
			evidence: [{ say: 'challenge-without-error' }]
		});
	});

	it('says nothing of words that are no error of a sign-in', () => {
		expect(diagnose({ step: 'api', error_description: 'The parcel is with your neighbour' })).toEqual([]);
	});
});
