import { answerSigns } from '$lib/diagnosis/answer-signs';
import { withoutCrash } from '$lib/diagnosis/crash';
import { featuresOf, type Features } from '$lib/diagnosis/model/features';
import { hashOf } from '$lib/diagnosis/model/model';
import { readPasted } from '$lib/diagnosis/pasted';
import { readSeen, type Read, type Seen } from '$lib/diagnosis/seen';
import type { Diagnosis } from '$lib/diagnosis/sign';
import { weigh } from '$lib/diagnosis/weigh';
import type { Text } from './corpus';

/** A text as the diagnosis is given it, with its step told or not. */
export interface Asked {
	text: Text;
	told: boolean;
	seen: Seen;
	read: Read;
	/** What the rules say. */
	found: readonly Diagnosis[];
	features: Features;
}

/** A pasted text goes through the reader, as on the page. */
function seenOf(text: Text, told: boolean): Seen {
	const { status, issuer, error, error_description, error_reason } = text;
	const given =
		text.raw === undefined
			? { status, issuer, error, error_description, error_reason }
			: readPasted(text.raw).seen;
	return { ...given, ...(told ? { step: text.step } : {}) };
}

export function askedOf(text: Text, told: boolean): Asked {
	const seen = seenOf(text, told);
	const read = readSeen(seen);
	return {
		text,
		told,
		seen,
		read,
		found: weigh(answerSigns(read)),
		features: featuresOf(withoutCrash(read))
	};
}

/** Texts of one source stay together: the fold of a source is a matter of its name. */
export const foldOf = ({ source }: Text, folds: number): number => hashOf(source) % folds;
