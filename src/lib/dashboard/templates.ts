import { templateTexts, templateWords } from '$lib/lessons/en/provider/rules';
import type { Rule } from '$lib/authorization-server/settings';
import { templates, type templateUses } from '$lib/sandbox/templates';

const formOf = (word: string | undefined): Rule['kind'] => (word === 'action' ? 'action' : 'rule');

/** A template in one of its two forms, as an address names it. */
export const templateKey = (use: (typeof templateUses)[number], kind: Rule['kind']): string =>
	`${use}.${kind}`;

/** A name that no other has. */
export function freeName(name: string, taken: readonly string[]): string {
	if (!taken.includes(name)) return name;
	const next = taken.length + 2;
	const free = Array.from({ length: next }, (_, at) => `${name} ${at + 2}`).find(
		(one) => !taken.includes(one)
	);
	return free ?? name;
}

/** What the template makes of a new rule; undefined: there is no such template. */
export function fromTemplate(key: string, others: readonly Rule[]): Omit<Rule, 'id'> | undefined {
	const [use, form] = key.split('.', 2);
	const found = templates.find((one) => one.use === use && one.kind === formOf(form));
	if (!found) return undefined;
	const name = freeName(
		templateTexts[found.use].name,
		others.map((rule) => rule.name)
	);
	return { name, kind: found.kind, code: found.code(templateWords), enabled: true };
}
