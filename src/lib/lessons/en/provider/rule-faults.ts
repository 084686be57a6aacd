/**
 * What is wrong with a rule that failed, in plain words. The engine that runs rules has words of its own for it, which
 * stand beside these as they are: whoever wrote the rule finds the place by them.
 */
import type { DenialReason } from '../phrases/denials';

/** What the engine writes, and what is wrong then. */
const engineWords: readonly (readonly [said: RegExp, means: (value: string) => string])[] = [
	[
		/cannot (?:read|set) property '(.+?)' of (?:undefined|null)/,
		(name) => `It asks for “${name}” of something that is not there.`
	],
	[
		/^ReferenceError: '?(.+?)'? is not defined/,
		(name) => `It uses the name “${name}”, and nothing has that name here.`
	],
	[/not a function$/, () => 'It calls something that is no function.'],
	[/^TypeError: '?(.+?)'? is read-only/, (name) => `It changes “${name}”, which cannot be changed.`],
	[
		/^UnauthorizedError/,
		() => 'A rule denies by handing its error to the callback, and this one was thrown.'
	],
	[/^SyntaxError/, () => 'The engine stopped reading at a character that does not fit there.']
];

/** What to look at in a rule that fails so, where the reason alone does not say it. */
const hints: Partial<Record<DenialReason, string>> = {
	shape:
		'A rule calls callback(null, user, context); an action is exports.onExecutePostLogin. Both hand back plain values.',
	'callback-twice': 'It has to be called once, on every way through the rule.',
	'callback-never': 'A rule ends with callback(null, user, context), on every way through it.',
	'never-settled': 'There are no timers and no network in here: nothing outside of the rule ever answers.',
	forbidden: 'Network, storage, timers and the page are out of reach in here.',
	prototype: 'What all objects share has to stay as it is.'
};

/** What the detail of a denial is: words of the rule’s author, a name, or a message of the engine. */
export const evidenceLabel = (reason: DenialReason): string =>
	reason === 'denied'
		? 'In the words of the rule:'
		: reason === 'forbidden'
			? 'It reached for:'
			: 'In the words of the engine:';

/** Plain words for what went wrong, beyond the reason. */
export function meaningOf(reason: DenialReason, detail: string): string | undefined {
	for (const [said, means] of engineWords) {
		const found = reason === 'threw' || reason === 'syntax' ? said.exec(detail) : null;
		if (found) return means(found[1] ?? '');
	}
	return hints[reason];
}
