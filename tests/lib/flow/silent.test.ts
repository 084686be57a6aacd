import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { sessionOf } from '$lib/flow/session';
import { asksSilently, frameEnd, isOneOrigin } from '$lib/flow/silent';
import type { Fact, Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import { parseTrace } from '$lib/trace/file';
import {
	callbackUrl,
	configured,
	discovered,
	generated,
	left,
	returned,
	state,
	verifier
} from '../../fixtures/walk';
import { nonce } from '../../fixtures/tokens';

const prepared: Trace = [
	configured(),
	discovered(),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state, nonce, prompt: 'none' })
];
const went: Fact = { ...left({ prompt: 'none' }), way: 'frame' } as Fact;
const after = async (...facts: Fact[]) => sessionOf(await fold([...prepared, ...facts]));

describe('an attempt that asks for no page', () => {
	it('OIDC Core §3.1.2.1: is one with prompt=none, of its own or of the configuration', async () => {
		expect(asksSilently(await after())).toBe(true);
		const typed = await fold([configured({ extra: [['prompt', 'none']] })]);
		expect(asksSilently(sessionOf(typed))).toBe(true);
		expect(asksSilently(sessionOf(await fold([configured({ extra: [['prompt', 'login']] })])))).toBe(false);
	});

	it('may go in a hidden frame, which a file keeps', async () => {
		const read = parseTrace(formatTrace([...prepared, went]));
		expect(read.ok && read.value.at(-1)).toMatchObject({ kind: 'left', way: 'frame' });
	});
});

describe('what came of the frame', () => {
	it('nothing, a code, an error', async () => {
		expect(frameEnd(await after(went))).toBe('nothing');
		expect(frameEnd(await after(went, returned()))).toBe('code');
		const refused = new URL(callbackUrl({ error: 'login_required' }));
		refused.searchParams.delete('code');
		expect(frameEnd(await after(went, returned(refused.href)))).toBe('error');
	});

	it('a provider of another origin is a third party, one of this origin is none', async () => {
		const session = await after(went);
		expect(isOneOrigin(session)).toBe(false);
		const { configuration, authorizationRequest } = session;
		const own = { ...configuration!, redirectUri: `${new URL(authorizationRequest!.url).origin}/callback/` };
		expect(isOneOrigin({ ...session, configuration: own })).toBe(true);
	});
});
