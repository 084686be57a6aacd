/** Why a rule ended a sign-in. */
export const denialTexts = {
	denied: 'The rule denied the sign-in.',
	time: 'The rule ran for too long, or did too much.',
	memory: 'The rule took too much memory.',
	stack: 'The rule called itself too deeply.',
	threw: 'The rule broke off with an error.',
	syntax: 'The rule is not valid JavaScript.',
	shape: 'The rule did not hand back what it has to.',
	'callback-twice': 'The rule called its callback twice.',
	'callback-never': 'The rule never called its callback.',
	'never-settled': 'The rule waits for something that never comes.',
	forbidden: 'The rule reached for something that rules may not use.',
	prototype: 'The rule changed a built-in object.',
	output: 'The rule handed back too much.',
	engine: 'The sandbox could not be loaded, or it broke.'
} as const;

export type DenialReason = keyof typeof denialTexts;

const isReason = (text: string): text is DenialReason => Object.hasOwn(denialTexts, text);

/** The reason in one line, and what was said: words of the rule’s author, or of the engine. */
export function denialLine(reason: string, detail: string): string {
	const text = isReason(reason) ? denialTexts[reason].replace(/\.$/, '') : reason;
	return detail === '' ? text : `${text}: “${detail}”`;
}
