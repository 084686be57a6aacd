import type { RemedyId } from '$lib/lexicon/remedies';

/** What to change at one provider. `where` is the way through its console or the setting's name. */
interface RemedyText {
	where: string;
	change: string;
}

export type RemedyTexts = Readonly<Record<RemedyId, RemedyText>>;
