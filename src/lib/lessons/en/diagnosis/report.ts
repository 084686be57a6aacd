/** The words of a diagnosis, under an answer that failed or beside a text that was pasted. */
export const reportTexts = {
	label: 'Diagnosis',
	title: 'What went wrong, the most likely cause first',
	/** Over the title of the first cause. */
	cause: (confidence: string): string => `Cause, ${confidence}`,
	facts: {
		step: 'Where',
		status: 'Status',
		error: 'Error',
		description: 'Its words',
		provider: 'Provider'
	},
	causes: 'Causes, the most likely first',
	/** Where a cause that is merely possible has rivals. */
	several: {
		title: 'Several causes are possible',
		why: 'What is known fits each of them. Look up what decides:'
	},
	at: (provider: string): string => `At ${provider}:`,
	/** What decides was taken out of the file that somebody handed on. */
	ask: 'Ask for one fact:',
	removed: (fact: string, names: readonly string[]): string =>
		`${fact}. This file does not show it: ${names.join(', ')} ${names.length > 1 ? 'were' : 'was'} removed before it came here.`,
	where: 'Where:',
	source: (host: string): string => `Source: ${host}`,
	restsOn: (evidence: readonly string[]): string => `This rests on: ${evidence.join('; ')}.`
} as const;
