/** Every cause with its text, under the place where it shows first: a page to read, without anything to paste. */
import type { CodeText } from './code-text';
import { diagnosisCodes, diagnosisSteps, type DiagnosisCode, type DiagnosisStep } from './codes';
import { codeTexts } from './diagnosis-codes';

interface PlaceCauses {
	place: DiagnosisStep;
	causes: { code: DiagnosisCode; text: CodeText }[];
}

const all = diagnosisCodes.map((code) => ({ code, text: codeTexts[code] }));

export const causesByPlace: PlaceCauses[] = diagnosisSteps
	.map((place) => ({ place, causes: all.filter(({ text }) => text.steps[0] === place) }))
	.filter(({ causes }) => causes.length > 0);
