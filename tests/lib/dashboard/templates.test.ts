import { describe, expect, it } from 'vitest';
import { freeName, fromTemplate, templateKey } from '$lib/dashboard/templates';
import { templateTexts } from '$lib/lessons/en/provider/rules';
import { templates, templateUses } from '$lib/sandbox/templates';

describe('templates', () => {
	it('have names of their own', () => {
		const names = Object.values(templateTexts).map(({ name }) => name);
		expect(new Set(names).size).toBe(templateUses.length);
	});

	it.each(templates.map(({ use, kind }) => [templateKey(use, kind), use, kind] as const))(
		'%s makes a rule in that form',
		(key, use, kind) => {
			expect(fromTemplate(key, [])).toMatchObject({ kind, name: templateTexts[use].name, enabled: true });
		}
	);

	it('that nobody knows make nothing', () => {
		expect(fromTemplate('', [])).toBeUndefined();
		expect(fromTemplate('fly.rule', [])).toBeUndefined();
	});
});

describe('a free name', () => {
	it('is the name itself, or the next one', () => {
		expect(freeName('A', [])).toBe('A');
		expect(freeName('A', ['A'])).toBe('A 2');
		expect(freeName('A', ['A', 'A 2'])).toBe('A 3');
	});
});
