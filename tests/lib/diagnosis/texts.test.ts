import { describe, expect, it } from 'vitest';
import { diagnosisCodes, diagnosisSteps, type DiagnosisCode } from '$lib/lexicon/causes';
import { causeFacts } from '$lib/diagnosis/cause-facts';
import { causeTexts } from '$lib/lessons/en/diagnosis/causes';
import { presetOf } from '$lib/providers/providers';
import { citations } from '$lib/lexicon/citations';
import { remedyOf, remedySources } from '$lib/lexicon/remedies';
import { remedyTexts } from '$lib/lessons/en/diagnosis/remedies';

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
		for (const [id, source] of Object.entries(remedySources)) {
			const [provider = '', code] = id.split('/');
			expect(presetOf(provider)?.id).toBe(provider);
			expect(diagnosisCodes).toContain(code);
			expect(new URL(source).protocol).toBe('https:');
		}
	});

	it('have a text each, and there is none for another', () => {
		expect(Object.keys(remedyTexts).toSorted()).toEqual(Object.keys(remedySources).toSorted());
		for (const { where, change } of Object.values(remedyTexts)) {
			expect(where.length).toBeGreaterThan(3);
			expect(change).toMatch(/\.$/);
		}
	});

	const whereAt = (provider: string | undefined, code: DiagnosisCode): string | undefined => {
		const remedy = remedyOf(provider, code);
		return remedy && remedyTexts[remedy.id].where;
	};

	it.each(
		'okta entra auth0 google keycloak cognito pingone zitadel authentik ory logto gitlab fusionauth'.split(
			' '
		)
	)('say where the redirect URIs of %s are listed', (provider) => {
		expect(whereAt(provider, 'redirect-uri-not-registered')).toMatch(/redirect|callback|URI|Reply/i);
	});

	it('are found by provider and code, and only there', () => {
		expect(whereAt('okta', 'origin-not-allowed')).toContain('Trusted Origins');
		expect(remedyOf('okta', 'state-mismatch')).toBeUndefined();
		expect(remedyOf(undefined, 'origin-not-allowed')).toBeUndefined();
		expect(remedyOf('constructor', 'origin-not-allowed')).toBeUndefined();
	});
});
