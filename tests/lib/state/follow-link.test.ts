import { describe, expect, it } from 'vitest';
import { missingBefore } from '$lib/flow/status';
import { stepOf } from '$lib/flow/steps';
import type { World } from '$lib/flow/world';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import { Drafts } from '$lib/state/drafts.svelte';
import { followLink } from '$lib/state/follow-link';
import { ledTo } from '$lib/state/led-to';
import { Playground } from '$lib/state/playground.svelte';
import { SavedConfigurations } from '$lib/state/saved-configurations.svelte';
import type { Configuration } from '$lib/trace/configuration';
import type { HttpRequest } from '$lib/wire/http';
import { PlainMemory } from '../../fixtures/memory';
import { landings } from '../../fixtures/landings';
import { answer } from '../../fixtures/messages';
import { at, createSigner, issuer } from '../../fixtures/tokens';
import { configuration, metadata, wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const start: Configuration = {
	...configuration,
	issuer: 'https://playground.example/idp',
	resource: 'urn:start'
};

function administrationOf(isThere: boolean) {
	const sent: HttpRequest[] = [];
	const world: World = {
		now: () => at,
		random: (count) => new Uint8Array(count).fill(7),
		newKey: async () => '{}',
		look: async () => [],
		send: async (request) => {
			sent.push(request);
			const known = { id: `e${sent.length}`, request, at, ms: 1, via: 'page' as const };
			return isThere
				? { ...known, response: answer(metadata) }
				: { ...known, failure: { reason: 'no-answer' } };
		}
	};
	const playground = new Playground(world, new PlainMemory());
	const drafts = new Drafts({ read: () => Promise.resolve({ value: {} }), write: () => undefined });
	const configurations = new SavedConfigurations({
		read: () => Promise.resolve({ value: [] }),
		write: () => undefined
	});
	const follow = async (step: StepId, withRequest = true): Promise<StepId> => {
		const asked = await playground.preview('configure', 'discovery', {}, configuration);
		const request = withRequest && asked.ok ? asked.value : undefined;
		return followLink({ playground, drafts, configurations, start }, { configuration, step }, request);
	};
	return { sent, playground, drafts, configurations, follow };
}

describe.each(stepIds)('a yes to a link to %s', (step) => {
	it('leads as far as it can without the person, and sends nothing but what was shown', async () => {
		const administration = administrationOf(true);
		const landed = await administration.follow(step);
		expect(landed).toBe(landings[step]);
		expect(missingBefore(landed, administration.playground.session)).toBeUndefined();
		const addresses = administration.sent.map(({ url }) => url);
		expect(addresses).toEqual(step === 'configure' ? [] : [`${issuer}/.well-known/openid-configuration`]);
		const filled = new ConfigurationDraft(administration.drafts, start).configuration;
		expect(filled).toEqual(configuration);
		expect(administration.drafts.get(ledTo)).toBe(step === 'configure' ? undefined : step);
		await expect.poll(() => administration.configurations.list).toHaveLength(step === 'configure' ? 0 : 1);
	});

	it('stays at the configuration where nobody answers', async () => {
		const administration = administrationOf(false);
		expect(await administration.follow(step)).toBe('configure');
		expect(administration.playground.session.code_verifier).toBeUndefined();
	});

	it('fills the form alone where there is no request to say yes to', async () => {
		const administration = administrationOf(true);
		expect(await administration.follow(step, false)).toBe('configure');
		expect(administration.sent).toEqual([]);
		expect(administration.playground.trace).toEqual([]);
	});
});

it('makes nothing that the wanted step itself is there to make', async () => {
	const verifier = administrationOf(true);
	await verifier.follow('verifier');
	expect(verifier.playground.session.code_verifier).toBeUndefined();
	const challenge = administrationOf(true);
	await challenge.follow('challenge');
	expect(challenge.playground.session).toMatchObject({ code_verifier: expect.any(String) });
	expect(challenge.playground.session.code_challenge).toBeUndefined();
});

it('another configuration in the form takes back where the link led', async () => {
	const administration = administrationOf(true);
	await administration.follow('call');
	new ConfigurationDraft(administration.drafts, start).fill(start);
	expect(administration.drafts.get(ledTo)).toBeUndefined();
});

it('a locked step names a step that is open and missing, however far the walk is', async () => {
	const walk = await wholeWalk(await createSigner('ES256'));
	for (let facts = 0; facts <= walk.length; facts += 1) {
		const session = await sessionAfter(walk.slice(0, facts));
		for (const id of stepIds) {
			const missing = missingBefore(id, session);
			expect(missing === undefined).toBe(stepOf(id).needs(session) === undefined);
			if (!missing) continue;
			expect(stepOf(missing).needs(session)).toBeUndefined();
			expect(stepIds.indexOf(missing)).toBeLessThan(stepIds.indexOf(id));
		}
	}
});
