import { describe, expect, it } from 'vitest';
import { diagnosisCodes, diagnosisSteps } from '$lib/lexicon/causes';
import { causeFacts } from '$lib/diagnosis/cause-facts';
import { causeTexts } from '$lib/lessons/en/diagnosis/causes';
import { presetOf } from '$lib/providers/providers';
import { remedies, remedyFor } from '$lib/diagnosis/remedies';
import { citations } from '$lib/lexicon/citations';

describe('texts of diagnoses', () => {
	it('has one for each code and for no other', () => {
		expect(Object.keys(causeTexts).toSorted()).toEqual([...diagnosisCodes].toSorted());
	});

	it.each(diagnosisCodes)('%s says what happened, why, and what to change', (code) => {
		const { title, happened, why, change } = causeTexts[code];
		const { steps, citations: cited } = causeFacts[code];
		expect(title).not.toMatch(/[.!]$/);
		for (const sentence of [happened, why, change]) expect(sentence).toMatch(/^[\p{Lu}A-Za-z_].{15,}\.$/u);
		expect(steps.every((step) => diagnosisSteps.includes(step)) && steps.length > 0).toBe(true);
		expect(cited.length).toBeGreaterThan(0);
		for (const citation of cited) expect(Object.keys(citations)).toContain(citation);
	});
});

describe('remedies', () => {
	it('are for providers that have a preset, and have a source', () => {
		for (const [provider, byCode] of Object.entries(remedies)) {
			expect(presetOf(provider)?.id).toBe(provider);
			for (const [code, { where, change, source }] of Object.entries(byCode)) {
				expect(diagnosisCodes).toContain(code);
				expect(where.length).toBeGreaterThan(3);
				expect(change).toMatch(/\.$/);
				expect(new URL(source).protocol).toBe('https:');
			}
		}
	});

	it.each(
		'okta entra auth0 google keycloak cognito pingone zitadel authentik ory logto gitlab fusionauth'.split(
			' '
		)
	)('say where the redirect URIs of %s are listed', (provider) => {
		expect(remedyFor(provider, 'redirect-uri-not-registered')?.where).toMatch(/redirect|callback|URI|Reply/i);
	});

	it('are found by provider and code, and only there', () => {
		expect(remedyFor('okta', 'origin-not-allowed')?.where).toContain('Trusted Origins');
		expect(remedyFor('okta', 'state-mismatch')).toBeUndefined();
		expect(remedyFor(undefined, 'origin-not-allowed')).toBeUndefined();
		expect(remedyFor('constructor', 'origin-not-allowed')).toBeUndefined();
	});
});
