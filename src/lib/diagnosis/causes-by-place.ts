/** Every cause, under the place where it shows first. */
import { diagnosisCodes, diagnosisSteps, type DiagnosisCode, type DiagnosisStep } from '$lib/lexicon/causes';
import { causeFacts } from './cause-facts';

interface PlaceCauses {
	place: DiagnosisStep;
	causes: DiagnosisCode[];
}

export const causesByPlace: PlaceCauses[] = diagnosisSteps
	.map((place) => ({ place, causes: diagnosisCodes.filter((code) => causeFacts[code].steps[0] === place) }))
	.filter(({ causes }) => causes.length > 0);
