/**
 * Nothing that is planted in a walk comes out of a report: a value of its own in every place where a fact has a text, and
 * none of them in a ticket, a page, a file or a link.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { makeReport } from '$lib/panels/report/make';
import { ticketOf } from '$lib/report/ticket';
import { ticketVariants } from '$lib/report/variants';
import type { Fact, Trace } from '$lib/trace/fact';
import {
	bodyPlaces,
	encodings,
	headerPlaces,
	namedInPhrase,
	textPlaces,
	urlPlaces,
	valuePlaces
} from '../../fixtures/canaries';
import { site } from '../../fixtures/report';
import { answer } from '../../fixtures/messages';
import { readingsOf } from '../../fixtures/readings';
import { createSigner, forgeToken, type Signer } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	exchanged,
	generated,
	left,
	returned,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

const mark = (place: number): string => `c4nary${place}xQ7`;

/** A value of a secret’s name at every place of a fact. */
const plants: [place: string, plant: (value: string) => Trace][] = [
	...Object.entries(bodyPlaces).flatMap(([place, put]): [string, (value: string) => Trace][] => [
		[`${place}, as JSON`, (value) => put(encodings.json!('access_token', value))],
		[`${place}, as a form`, (value) => put(encodings.form!('client_secret', value))]
	]),
	...Object.entries(textPlaces).map(([place, put]): [string, (value: string) => Trace] => [
		place,
		(value) => put(`it had client_secret=${value} in it`)
	]),
	...Object.entries(urlPlaces).map(([place, put]): [string, (value: string) => Trace] => [
		place,
		(value) => put(`scope=openid&id_token=${value}`)
	]),
	...Object.entries(valuePlaces).map(([place, put]): [string, (value: string) => Trace] => [
		place,
		(value) => put('login_hint', value)
	]),
	...Object.entries(headerPlaces).map(([place, put]): [string, (value: string) => Trace] => [
		place,
		(value) => put(['Authorization', `Bearer ${value}`])
	]),
	['a value named in a phrase', (value) => namedInPhrase('client_secret', value)]
];

/** Everything that can be handed on. */
async function handedOn(trace: Trace, withSecrets = false): Promise<Record<string, string>> {
	const made = await makeReport(await fold(trace), trace, site, withSecrets);
	return {
		...Object.fromEntries(ticketVariants.map((variant) => [variant, ticketOf(made.told, variant)])),
		page: made.document(0),
		json: made.json(true),
		'json of one': made.json(false),
		har: made.har(true),
		'har of one': made.har(false),
		link: made.told.link ?? '',
		name: made.name('har', true)
	};
}

/** Where a value is found, plain or behind an encoding. */
const leaks = (outputs: Record<string, string>, values: readonly string[]): string[] =>
	Object.entries(outputs).flatMap(([form, text]) => {
		const readings = [...readingsOf(text)];
		return values
			.filter((value) => readings.some((reading) => reading.includes(value)))
			.map((value) => `${form}: ${value}`);
	});

let signer: Signer;
let failed: Trace;
beforeAll(async () => {
	signer = await createSigner('ES256');
	const whole = await wholeWalk(signer);
	failed = [...whole.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)];
});

describe('a report without secrets', () => {
	it.each(plants)('has nothing of what is planted at: %s', async (_, plant) => {
		const value = mark(plants.findIndex(([, one]) => one === plant) + 100);
		expect(leaks(await handedOn([...failed, ...plant(value)]), [value])).toEqual([]);
	});

	it('has nothing of a walk in which every secret is a mark', async () => {
		const marks = Array.from({ length: 16 }, (_, place) => `${mark(place)}-0123456789-abcdefghijklmnop`);
		const [
			verifier,
			code,
			access,
			refresh,
			subject,
			name,
			email,
			cookie,
			secret,
			hint,
			path,
			header,
			form,
			frame
		] = marks as [
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string,
			string
		];
		const idToken = forgeToken(
			{ alg: 'ES256' },
			{ iss: 'https://idp.example', sub: subject, name, email: `${email}@people.example` },
			'c2lnbmF0dXJl'
		);
		const request = {
			method: 'POST',
			url: 'https://idp.example/token',
			headers: [
				['content-type', 'application/x-www-form-urlencoded'],
				['cookie', `session=${cookie}`],
				['x-custom', header]
			] as [string, string][],
			body: new URLSearchParams({
				grant_type: 'authorization_code',
				code,
				code_verifier: verifier,
				client_secret: secret
			}).toString()
		};
		const trace: Trace = [
			configured({ extra: [['login_hint', hint]] }),
			...failed.slice(1, 2),
			generated('verifier', { code_verifier: verifier }),
			generated('challenge', { code_challenge_method: 'S256' }),
			generated('authorize', { state: 'state-of-the-first-attempt-0123456789abcdef', nonce: 'n' }),
			left({ login_hint: hint }),
			{ ...returned(callbackUrl({ code })), body: `code=${form}&state=s` } as Fact,
			returned(callbackUrl({ code })),
			exchanged(
				'exchange',
				'token',
				request,
				answer({ access_token: access, refresh_token: refresh, id_token: idToken, token_type: 'Bearer' })
			),
			exchanged(
				'call',
				'api',
				{ url: `https://api.example/reset/${path}`, headers: [['authorization', `Bearer ${access}`]] },
				answer({ error: 'x', owner: frame }, { status: 403 })
			),
			exchanged('call', 'userinfo', {}, answer({ sub: subject, email: `${email}@people.example`, name }))
		];
		expect(leaks(await handedOn(trace), marks.slice(0, 10))).toEqual([]);
		expect(leaks(await handedOn(trace), marks.slice(10))).toEqual([]);
	});

	it('has the marks where the person wants the secrets: this test finds them', async () => {
		const error = { error: 'invalid_grant', error_description: mark(1) };
		const outputs = await handedOn([...failed, tokenFact(error, 400)], true);
		const forms = new Set(leaks(outputs, [mark(1)]).map((leak) => leak.replace(/: .*/, '')));
		expect([...forms]).toEqual(expect.arrayContaining([...ticketVariants, 'page', 'json', 'har']));
	});
});
