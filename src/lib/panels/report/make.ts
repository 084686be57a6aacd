/** Everything that can be handed on of the attempt that is shown, made of one reading of it. */
import { fold } from '$lib/flow/fold';
import { scoreOf } from '$lib/flow/score';
import { sessionOf, type Walk } from '$lib/flow/session';
import { verdictsOf } from '$lib/flow/verdicts';
import { verdictTexts } from '$lib/lessons/en/diagnosis/verdict';
import { chosenFacts, fileName, harFile, jsonFile, type ReportForm } from '$lib/report/files';
import { gather } from '$lib/report/gather';
import { contentOf, pageOf } from '$lib/report/page';
import type { Told } from '$lib/report/told';
import type { Trace } from '$lib/trace/fact';
import type { Site } from '$lib/report/client-of';
import type { Markup } from '$lib/report/html';
import { picturesOf } from './drawing';

export interface Made {
	told: Told;
	/** What the page shows; `document` is the file that holds it. */
	content: Markup;
	document: (made: number) => string;
	json: (whole: boolean) => string;
	har: (whole: boolean) => string;
	name: (form: ReportForm, whole: boolean) => string;
}

export async function makeReport(walk: Walk, trace: Trace, site: Site, withSecrets: boolean): Promise<Made> {
	const session = sessionOf(walk);
	const { told, facts } = await gather(walk, trace, verdictTexts, {
		attempt: walk.current,
		withSecrets,
		site
	});
	// What carries which value is read of what leaves: a placeholder is found where its value was.
	const seen = { ...sessionOf(await fold(facts)), facts };
	const content = contentOf(told, facts, picturesOf(scoreOf(seen)));
	const verdicts = await verdictsOf(walk);
	const ofThis = verdicts.filter(({ of }) => of === session.id).map((one) => ({ ...one, of: 0 }));
	const chosen = (whole: boolean): Trace =>
		chosenFacts(trace, {
			of: whole ? undefined : session.facts,
			verdicts: whole ? verdicts : ofThis,
			withSecrets
		});
	const { provider, issuer } = told;
	return {
		told,
		content,
		document: (made) => pageOf(told, content, made),
		json: (whole) => jsonFile(chosen(whole)),
		har: (whole) => harFile(chosen(whole)),
		name: (form, whole) =>
			fileName({
				form,
				provider: provider?.id || (issuer && URL.canParse(issuer) ? new URL(issuer).hostname : undefined),
				attempt: whole ? undefined : session.id + 1,
				at: session.facts.at(-1)?.at ?? 0,
				withSecrets
			})
	};
}
