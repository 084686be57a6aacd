import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Report } from '$lib/diagnosis/explain';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { verdictTexts } from '$lib/lessons/en/diagnosis/verdict';
import DiagnosisView from '$lib/panels/diagnosis/DiagnosisView.svelte';
import { show, walkWith } from '../../fixtures/panel';

const causeOf = (code: DiagnosisCode, confidence: number): Report['causes'][number] => ({
	code,
	confidence,
	evidence: ['error=invalid_grant'],
	citations: [],
	remedy: undefined
});

async function tell(...causes: Report['causes']): Promise<void> {
	const { walk } = await walkWith([]);
	show(walk, DiagnosisView, { report: { causes, provider: undefined, known: {} }, words: verdictTexts });
}

const several = (): HTMLElement | null => screen.queryByText('Several causes are possible');

test('causes that are nearly as sure as the first stand with the fact that decides', async () => {
	await tell(causeOf('code-expired', 0.5), causeOf('code-already-used', 0.45));
	expect(several()).not.toBeNull();
	expect(screen.getByText(/how many seconds passed/)).toBeDefined();
	expect(screen.getByText(/a token request with this code was sent before/)).toBeDefined();
});

test.each([
	['the first is likely', [causeOf('code-expired', 0.85), causeOf('code-already-used', 0.7)]],
	['no other comes near', [causeOf('code-expired', 0.7), causeOf('code-already-used', 0.3)]],
	['there is one alone', [causeOf('code-expired', 0.4)]]
])('nothing is left to decide where %s', async (_, causes) => {
	await tell(...causes);
	expect(several()).toBeNull();
});
