/** Whatever stands in a recording, it becomes a walk that can be kept and read, or is refused by name. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { traceOfRecording } from '$lib/recording/recording';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import type { Exchange } from '$lib/wire/http';
import {
	app,
	ask,
	challenge,
	come,
	get,
	options,
	post,
	redeem,
	refusal,
	tokens
} from '../../fixtures/made-recording';

const login = 'https://login.example';
const odd = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('', '#', '%', '?code=', 'javascript:1', app));
const asked = fc.record({
	state: fc.constantFrom('', 'state-one-0123', 'state-two-4567'),
	client_id: fc.constantFrom('spa', 'other', ''),
	redirect_uri: fc.oneof(fc.constantFrom(app, `${app}/`, `${login}/cb`, ''), odd),
	prompt: fc.constantFrom('', 'none')
});
const code = fc.constantFrom('c1', 'c2');

const message = fc.oneof(
	fc.tuple(asked, odd).map(([changed, to]) => get(ask(`${login}/authorize`, changed), { to })),
	asked.map((changed) => get(ask('https://inner.example/auth', changed))),
	fc
		.tuple(code, fc.constantFrom('state-one-0123', 'state-two-4567', 'x'))
		.map(([one, state]) => get(come(app, one, state))),
	code.map((one) => redeem(`${login}/token`, one)),
	code.map((one) => redeem(`${login}/token`, one, refusal())),
	fc.tuple(code, odd).map(([one, error]) => redeem(`${login}/token`, one, { error })),
	odd.map((body) => post(`${login}/login`, body, { html: body })),
	odd.map((url) => get(url, { html: '<form action="x"><input name="code" value="1">' })),
	fc.constant(options(`${login}/token`)),
	fc.constant(
		get(`https://api.example/`, { status: 401, headers: { authorization: 'Bearer at-1' }, ...tokens() })
	),
	odd.map((uri) => post(`${login}/register`, JSON.stringify({ redirect_uris: [uri], challenge }), refusal())),
	odd.map((issuer) =>
		get(`${login}/.well-known/openid-configuration`, { json: { issuer, jwks_uri: issuer } })
	)
);

it('is read whatever it holds, and reads the same again', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(message, { maxLength: 14 }), async (all) => {
			const exchanges: Exchange[] = all.map((one, index) => one(index));
			const trace = traceOfRecording(exchanges);
			if (!trace.ok) {
				expect(trace.failure.reason).toBe('no-flow-recorded');
				return;
			}
			const kept = parseTrace(formatTrace(trace.value));
			expect(kept.ok).toBe(true);
			const walk = await fold(trace.value);
			expect(walk.attempts[walk.current]).toBeDefined();
			expect(walk.attempts).toHaveLength(trace.value.filter(({ kind }) => kind === 'configured').length);
		}),
		{ numRuns: 120, seed: 7 }
	);
});
