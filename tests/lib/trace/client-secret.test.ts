import { expect, it } from 'vitest';
import { withoutClientSecrets } from '$lib/trace/client-secret';
import type { Fact, Trace } from '$lib/trace/fact';
import { answer } from '../../fixtures/messages';
import { configured, exchanged, left, verifier, generated } from '../../fixtures/walk';

const sent = (body: string): Trace => [exchanged('exchange', 'token', { body }, answer({}))];

it.each<[string, Trace]>([
	['a form', sent('grant_type=x&client_secret=hush-hush')],
	['a form, in camel case', sent('clientSecret=hush-hush')],
	['JSON', sent('{"client_secret": "hush-hush"}')],
	['a URL', [exchanged('exchange', 'token', { url: 'https://i/t?client_secret=hush-hush#a' }, answer({}))]],
	[
		'Basic',
		[exchanged('exchange', 'token', { headers: [['Authorization', 'Basic hush-hush']] }, answer({}))]
	],
	['the answer of a registration', [exchanged('call', 'api', {}, answer({ client_secret: 'hush-hush' }))]],
	['a free parameter', [configured({ extra: [['client_secret', 'hush-hush']] })]],
	['an authorization URL', [{ ...left(), url: 'https://i/a?client_secret=hush-hush' } as Fact]],
	['a posted authorization request', [{ ...left(), body: 'client_secret=hush-hush' } as Fact]]
])('a client secret in %s is not kept', (_, trace) => {
	expect(JSON.stringify(withoutClientSecrets(trace))).not.toContain('hush');
});

it('what the walk needs after a reload is kept as it was', () => {
	const trace = [
		generated('verifier', { code_verifier: verifier }),
		left(),
		...sent('code=c&code_verifier=a+b')
	];
	expect(withoutClientSecrets(trace)).toEqual(trace);
});
