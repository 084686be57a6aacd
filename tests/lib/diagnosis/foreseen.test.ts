import { describe, expect, it } from 'vitest';
import { foreseen } from '$lib/diagnosis/foreseen';
import { loadPresets } from '$lib/providers/presets';
import type { Trace } from '$lib/trace/fact';
import { configured, discovered, metadata, tokenFact } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const own = 'https://app.example/callback/';
const silent = (await loadPresets()).all.find(({ cors }) => cors?.value === 'never');
const readable = (await loadPresets()).all.find(({ cors }) => cors?.value === 'always');

const ask = async (
	trace: Trace,
	move: 'token' | 'refresh' | 'jwks' | 'api' = 'token',
	url = metadata.token_endpoint
) => foreseen({ trace, session: await sessionAfter(trace) }, move, { url }, own);

describe('the list of known providers', () => {
	const walk = (preset: string | undefined): Trace => [configured({ preset: preset ?? '' }), discovered()];

	it('speaks for hidden tokens where it says that no page may read them', async () => {
		expect(silent).toBeDefined();
		expect(await ask(walk(silent?.id))).toBe('provider');
		expect(await ask(walk(silent?.id), 'refresh')).toBe('provider');
	});

	it('says nothing of other endpoints, other providers and this site', async () => {
		expect(await ask(walk(silent?.id), 'jwks')).toBeUndefined();
		expect(await ask(walk(silent?.id), 'api')).toBeUndefined();
		expect(await ask(walk(readable?.id))).toBeUndefined();
		expect(await ask(walk('none'))).toBeUndefined();
		expect(await ask(walk(silent?.id), 'token', 'https://app.example/idp/token')).toBeUndefined();
	});

	it('is not believed against an answer that was read', async () => {
		expect(await ask([...walk(silent?.id), tokenFact({})])).toBeUndefined();
	});
});
