import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpus } from './corpus';

describe('the corpus', () => {
	it('has every text once, under a name of its own', () => {
		const texts = corpus.map(({ step, status, error, error_description, error_reason, raw }) =>
			JSON.stringify([step, status, error, error_description, error_reason, raw])
		);
		expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
		expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
	});

	it('names a source for every text', () => {
		expect(
			corpus.filter(
				({ source }) => !/^(?:https?:\/\/\S+(?: [\w./@-]+)?|(?:product|written): .+)$/.test(source)
			)
		).toEqual([]);
	});

	it('has no words of our own that a test of the diagnosis asks for: it would learn the answer', () => {
		const folder = new URL('../lib/diagnosis/', import.meta.url);
		const tests = readdirSync(folder)
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(new URL(file, folder), 'utf8'))
			.join('\n');
		const own = corpus.filter(({ set }) => set === 'none' || set === 'written');
		const words = own.flatMap(({ error_description }) => error_description ?? []);
		expect(words.length).toBeGreaterThan(50);
		expect(words.filter((text) => tests.includes(text))).toEqual([]);
	});

	it('gives a text no cause twice', () => {
		expect(corpus.filter(({ codes }) => new Set(codes).size !== codes.length)).toEqual([]);
	});

	it('is a message or a paste, not both', () => {
		expect(
			corpus.filter(
				({ raw, error, error_description }) => raw !== undefined && (error ?? error_description) !== undefined
			)
		).toEqual([]);
	});
});
