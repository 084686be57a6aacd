import type { Measured, Told } from './left-out';

/** The figures of a group of texts: shares of 0..1. */
export interface Figures {
	texts: number;
	rules: number;
	words: number;
	/** The first answer is one of the labels. */
	first: number;
	/** Some answer is. */
	any: number;
	/** Said with 0.8 or more. */
	sure: number;
	/** Of all texts: wrong, and said with 0.8 or more. */
	wrongAndSure: number;
	/** Expected calibration error of the first answers, over ten bins. */
	calibration: number;
}

export const sureFrom = 0.8;

const isKnown = ({ text }: Pick<Measured, 'text'>): boolean => text.codes.some((code) => code !== 'unknown');

const isRight = ({ text }: Pick<Measured, 'text'>, { code }: Told): boolean =>
	code === undefined ? !isKnown({ text }) : text.codes.includes(code);

const none: Told = { code: undefined, confidence: 0 };

export interface Bin {
	from: number;
	texts: number;
	said: number;
	right: number;
}

/** First answers by tenths of their confidence: what was said on average, and how many were right. */
export function binsOf(measured: readonly Measured[]): Bin[] {
	const told = measured.filter(({ both }) => both.length > 0);
	return Array.from({ length: 10 }, (_, bin) => {
		const within = told.filter(({ both }) => Math.min(9, Math.floor(both[0]!.confidence * 10)) === bin);
		const of = (total: number): number => (within.length === 0 ? 0 : total / within.length);
		return {
			from: bin / 10,
			texts: within.length,
			said: of(within.reduce((sum, { both }) => sum + both[0]!.confidence, 0)),
			right: of(within.filter((one) => isRight(one, one.both[0]!)).length)
		};
	});
}

/** Over the texts that have a cause; calibration and what is wrong and sure over all. */
export function figuresOf(measured: readonly Measured[]): Figures {
	const known = measured.filter(isKnown);
	const share = (list: readonly Measured[], holds: (one: Measured) => boolean): number =>
		list.length === 0 ? Number.NaN : list.filter(holds).length / list.length;
	const bins = binsOf(measured);
	const told = bins.reduce((sum, { texts }) => sum + texts, 0);
	return {
		texts: known.length,
		rules: share(known, (one) => isRight(one, one.rules)),
		words: share(known, (one) => isRight(one, one.words)),
		first: share(known, (one) => isRight(one, one.both[0] ?? none)),
		any: share(known, (one) => one.both.some((answer) => isRight(one, answer))),
		sure: share(known, ({ both }) => (both[0]?.confidence ?? 0) >= sureFrom),
		wrongAndSure: share(
			measured,
			(one) => (one.both[0]?.confidence ?? 0) >= sureFrom && !isRight(one, one.both[0]!)
		),
		calibration: bins.reduce(
			(sum, { texts, said, right }) => sum + (texts / told) * Math.abs(said - right),
			0
		)
	};
}
