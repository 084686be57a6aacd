import { beforeAll, describe, expect, it } from 'vitest';
import { foldOf } from './answers';
import { corpus, isUnseenByRules } from './corpus';
import { figuresOf } from './figures';
import { leaveOut, measureAll, type Measured } from './left-out';

/**
 * How right the diagnosis is on sources that neither its words nor its mix have seen. It learns from two thirds of the sources
 * here, which takes half as long as the four fifths of `npm run bench:diagnosis`, and so knows a little less than that prints,
 * by group and by cause. The floors are a little below the figures of the day they were set.
 */
let measured: Measured[];
const told = (): Measured[] => measured.filter((one) => one.told && isUnseenByRules(one.text));
const untold = (): Measured[] => measured.filter((one) => !one.told && isUnseenByRules(one.text));

beforeAll(() => {
	measured = measureAll(leaveOut(corpus, { fold: (text) => foldOf(text, 3) }));
	// A minute by itself, several where other tests run beside it.
}, 900_000);

describe('the diagnosis, on sources that were left out', () => {
	it('is right at first, the step not told', () => {
		expect(figuresOf(untold()).first).toBeGreaterThan(0.83);
	});

	it('is right at first, the step told', () => {
		expect(figuresOf(told()).first).toBeGreaterThan(0.855);
	});

	it('is right where the words are not English', () => {
		expect(figuresOf(untold().filter(({ text }) => text.lang !== 'en')).first).toBeGreaterThan(0.83);
	});

	it('is hardly ever wrong and sure', () => {
		expect(figuresOf([...told(), ...untold()]).wrongAndSure).toBeLessThan(0.045);
	});

	it('is as sure as it is right', () => {
		expect(figuresOf([...told(), ...untold()]).calibration).toBeLessThan(0.06);
	});

	it('does better than the rules alone', () => {
		const { first, rules } = figuresOf(untold());
		expect(first).toBeGreaterThan(rules + 0.05);
	});

	it('gives no sure cause to what has none', () => {
		const causeless = measured.filter(({ text }) => text.codes.length === 0);
		const sure = causeless.filter(({ both }) => (both[0]?.confidence ?? 0) >= 0.8);
		expect(causeless.length).toBeGreaterThan(100);
		expect(sure.length / causeless.length).toBeLessThan(0.1);
	});
});
