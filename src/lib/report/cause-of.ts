/** The first cause of a diagnosis, in the words and with the confidence in which a page shows it. */
import type { Report } from '$lib/diagnosis/explain';
import { confidenceText } from '$lib/lessons/en/diagnosis/diagnosis';
import type { verdictTexts } from '$lib/lessons/en/diagnosis/verdict';
import { rivalsOf } from './rivals';
import type { ToldCause } from './told';

/** `evidence`: what it rests on, in words, by its place. */
export const causeWith = (
	report: Report | undefined,
	words: typeof verdictTexts,
	evidence: readonly string[]
): ToldCause | undefined => {
	const [cause] = report?.causes ?? [];
	if (!report || !cause) return undefined;
	const { title, happened, why, change } = words.causes[cause.code];
	const remedy = cause.remedy && words.remedies[cause.remedy.id];
	return {
		title,
		confidence: confidenceText(cause.confidence),
		what: `${happened} ${why}`,
		change,
		...(cause.remedy && remedy
			? { remedy: { provider: report.provider?.name ?? '', ...remedy, source: cause.remedy.source } }
			: {}),
		evidence: [...evidence],
		citations: cause.citations,
		rivals: rivalsOf(report.causes)
			.slice(0, 3)
			.map(({ code }) => ({ title: words.causes[code].title, decides: words.deciding[code] }))
	};
};
